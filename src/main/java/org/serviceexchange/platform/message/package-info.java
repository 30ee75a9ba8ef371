/** What people read, in every language that is offered: messages, moments, and the texts behind their keys. */
@NamedInterface("message")
@NullMarked
package org.serviceexchange.platform.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
