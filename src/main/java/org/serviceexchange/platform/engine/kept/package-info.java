/** Messages for which nothing waits yet: kept with the case until something does. */
@NullMarked
package org.serviceexchange.platform.engine.kept;

import org.jspecify.annotations.NullMarked;
