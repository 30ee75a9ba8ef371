/** The endpoint for heartbeats, and what pages show of them. */
@NamedInterface("heartbeat-web")
@NullMarked
package org.serviceexchange.connection.heartbeat.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
