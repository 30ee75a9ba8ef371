/** The registration's process on the engine: start, message correlation, variables. */
@NullMarked
package org.serviceexchange.provider.registration.engine;

import org.jspecify.annotations.NullMarked;
