package org.serviceexchange.consumer.connection.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keyset pagination: starts after the last number of the previous page, which takes the same time in a list of any
 * length.
 */
@Repository
class StoredProviderConnectionPages implements ProviderConnectionPages {

    private final JdbcClient jdbc;

    StoredProviderConnectionPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProviderConnection> connections(@Nullable ConnectionState state, String before, int limit) {
        String condition = state == null ? "" : "state = :state and ";
        return jdbc.sql("select * from provider_connection where " + condition
                        + "number < :before order by number desc limit :limit")
                .param("state", state == null ? "" : state.name())
                .param("before", before)
                .param("limit", limit)
                .query(ConnectionRow::read)
                .list();
    }
}
