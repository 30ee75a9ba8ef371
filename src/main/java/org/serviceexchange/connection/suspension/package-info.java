/** Suspension: a side sets a live connection to rest for a time, or announces maintenance; keys and heartbeats go on. */
@NamedInterface("suspension")
@NullMarked
package org.serviceexchange.connection.suspension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
