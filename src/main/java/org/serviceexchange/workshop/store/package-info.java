/** Durations of steps, and what was shipped, in the database. */
@NullMarked
package org.serviceexchange.workshop.store;

import org.jspecify.annotations.NullMarked;
