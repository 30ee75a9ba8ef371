/** Versions of processes and their cases, as the engine knows them. */
@NullMarked
package org.serviceexchange.workshop.engine;

import org.jspecify.annotations.NullMarked;
