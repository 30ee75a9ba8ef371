/** Counts what the engine does by itself. */
@NullMarked
package org.serviceexchange.measure.engine;

import org.jspecify.annotations.NullMarked;
