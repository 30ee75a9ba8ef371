/** Heartbeats: both sides of a connection prove to each other, again and again, that they are there and hold the keys. */
@NamedInterface("heartbeat")
@NullMarked
package org.serviceexchange.connection.heartbeat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
