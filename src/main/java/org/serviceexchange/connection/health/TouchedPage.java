package org.serviceexchange.connection.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the connections that an issue touches.
 *
 * @param connections can be fewer than were asked for although there are more: one may end while they are read
 * @param last number after which the next page begins; null on the last page
 */
public record TouchedPage(
        List<TouchedConnection> connections, @Nullable String last) {}
