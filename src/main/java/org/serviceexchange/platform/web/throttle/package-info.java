/** Slows down those who guess passwords and tokens. */
@NamedInterface("throttle")
@NullMarked
package org.serviceexchange.platform.web.throttle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
