package org.serviceexchange.connection.life;

import org.serviceexchange.protocol.wire.ConnectionSide;

/** Paths of the pages that show a connection. */
public final class PagePaths {

    private PagePaths() {}

    /** The page of a connection, from which acts are chosen and to which they lead back. */
    public static String connection(LivingConnection connection) {
        return switch (connection.side()) {
            case PROVIDER -> "/consumer-connections/" + connection.number();
            case CONSUMER -> "/connections/" + connection.number();
        };
    }

    /** The page of the record whose journal a connection has: of the registration at the provider. */
    public static String record(ConnectionSide side, String subject) {
        return switch (side) {
            case PROVIDER -> "/registrations/" + subject;
            case CONSUMER -> "/connections/" + subject;
        };
    }
}
