/** Metrics of the database. */
@NullMarked
package org.serviceexchange.platform.measure.store;

import org.jspecify.annotations.NullMarked;
