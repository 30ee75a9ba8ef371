/** Messages for which nothing waits yet: kept with the case until something does. */
@NamedInterface("kept")
@NullMarked
package org.serviceexchange.platform.engine.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
