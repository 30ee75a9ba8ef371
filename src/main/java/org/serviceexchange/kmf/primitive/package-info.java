/** The algorithms of suite SX-1 over Bouncy Castle, one small class each. */
@NamedInterface("primitive")
@NullMarked
package org.serviceexchange.kmf.primitive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
