/** Moves cases on the engine, and says in words what it refuses. */
@NullMarked
package org.serviceexchange.workshop.move.engine;

import org.jspecify.annotations.NullMarked;
