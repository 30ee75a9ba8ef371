/** Work for which nobody waits. */
@NamedInterface("background")
@NullMarked
package org.serviceexchange.platform.background;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
