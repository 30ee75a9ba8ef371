/** Heartbeats of each connection, in the database. */
@NullMarked
package org.serviceexchange.connection.heartbeat.store;

import org.jspecify.annotations.NullMarked;
