/** Forms for work notes and comments. */
@NamedInterface("web")
@NullMarked
package org.serviceexchange.journal.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
