/** Telling all peers something new about this instance, each again and again until it knows or a person gives up on it. */
@NamedInterface("announcement")
@NullMarked
package org.serviceexchange.connection.announcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
