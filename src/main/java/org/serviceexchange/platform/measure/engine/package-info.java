/** Metrics of the engine's jobs. */
@NullMarked
package org.serviceexchange.platform.measure.engine;

import org.jspecify.annotations.NullMarked;
