/** The algorithms of suite SX-1, as small classes on top of Bouncy Castle. */
@NamedInterface("primitive")
@NullMarked
package org.serviceexchange.kmf.primitive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
