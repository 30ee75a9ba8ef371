package org.serviceexchange.consumer.connection.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.platform.store.KeysetCursor;
import org.serviceexchange.platform.store.KeysetPages;
import org.serviceexchange.platform.store.SortOrder;
import org.serviceexchange.platform.store.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keyset pagination: starts after the last number of the previous page, which takes the same time in a list of any
 * length.
 */
@Repository
class StoredProviderConnectionPages implements ProviderConnectionPages {

    private static final SortOrder ORDER = SortOrder.newestFirst("number");

    private final KeysetPages pages;

    StoredProviderConnectionPages(JdbcClient jdbc) {
        this.pages = new KeysetPages(jdbc, "provider_connection");
    }

    @Override
    public List<ProviderConnection> connections(@Nullable ConnectionState state, String before, int limit) {
        Where where = new Where().beyond(KeysetCursor.at(before), ORDER);
        if (state != null) {
            where.and("state = :state", Map.of("state", state.name()));
        }
        return pages.read("*", where, ORDER, limit, ConnectionRow::read);
    }
}
