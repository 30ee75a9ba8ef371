/** Counts what goes to the database. */
@NullMarked
package org.serviceexchange.measure.store;

import org.jspecify.annotations.NullMarked;
