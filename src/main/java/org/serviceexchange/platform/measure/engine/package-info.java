/** Counts what the engine does by itself. */
@NullMarked
package org.serviceexchange.platform.measure.engine;

import org.jspecify.annotations.NullMarked;
