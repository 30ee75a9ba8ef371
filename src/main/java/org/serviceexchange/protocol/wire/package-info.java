/** The form of messages, their signature, and the description of an instance. */
@NamedInterface("wire")
@NullMarked
package org.serviceexchange.protocol.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
