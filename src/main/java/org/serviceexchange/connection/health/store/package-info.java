/** Counts the issues of connections in the tables of heartbeats, keys and processes. */
@NullMarked
package org.serviceexchange.connection.health.store;

import org.jspecify.annotations.NullMarked;
