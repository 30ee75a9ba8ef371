/** The connection's process on the engine: start, message correlation, variables. */
@NullMarked
package org.serviceexchange.consumer.connection.engine;

import org.jspecify.annotations.NullMarked;
