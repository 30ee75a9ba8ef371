/** Moves and their cases, in the database. */
@NullMarked
package org.serviceexchange.workshop.move.store;

import org.jspecify.annotations.NullMarked;
