package org.serviceexchange.provider.registration.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.store.KeysetCursor;
import org.serviceexchange.platform.store.KeysetPages;
import org.serviceexchange.platform.store.SortOrder;
import org.serviceexchange.platform.store.Where;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keyset pagination: starts after the last number of the previous page, which takes the same time in a list of any
 * length.
 */
@Repository
class JdbcRegistrationPages implements RegistrationPages {

    private static final String TABLE = "consumer_registration";

    private final JdbcClient jdbc;

    JdbcRegistrationPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Registration> registrations(@Nullable RegistrationState state, String before, int limit) {
        return page("number", state, before, limit);
    }

    @Override
    public List<Registration> connected(@Nullable Boolean active, String before, int limit) {
        RegistrationState state =
                Boolean.TRUE.equals(active) ? RegistrationState.CLOSED_COMPLETE : RegistrationState.OPEN;
        return page("connection_number", active == null ? null : state, before, limit);
    }

    @Override
    public Optional<Registration> ofConnection(String number) {
        return jdbc.sql("select * from " + TABLE + " where connection_number = :number")
                .param("number", number)
                .query(RegistrationRow::read)
                .optional();
    }

    private List<Registration> page(String key, @Nullable RegistrationState state, String before, int limit) {
        SortOrder order = SortOrder.newestFirst(key);
        Where where = new Where();
        if (state != null) {
            where.and("state = :state", Map.of("state", state.name()));
        }
        where.beyond(KeysetCursor.at(before), order);
        return new KeysetPages(jdbc, TABLE).read("*", where, order, limit, RegistrationRow::read);
    }
}
