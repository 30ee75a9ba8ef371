package org.serviceexchange.provider.registration.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    private static final String SELECT = "select * from consumer_registration where ";

    private final JdbcClient jdbc;

    JdbcRegistrationPages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Registration> registrations(@Nullable RegistrationState state, String before, int limit) {
        String condition = state == null ? "" : "state = :state and ";
        return page(condition + "number < :before order by number desc", before, limit)
                .param("state", state == null ? "" : state.name())
                .query(RegistrationRow::read)
                .list();
    }

    @Override
    public List<Registration> connected(@Nullable Boolean active, String before, int limit) {
        String condition = active == null ? "" : "state = :state and ";
        RegistrationState state =
                Boolean.TRUE.equals(active) ? RegistrationState.CLOSED_COMPLETE : RegistrationState.OPEN;
        return page(condition + "connection_number < :before order by connection_number desc", before, limit)
                .param("state", state.name())
                .query(RegistrationRow::read)
                .list();
    }

    @Override
    public Optional<Registration> ofConnection(String number) {
        return jdbc.sql(SELECT + "connection_number = :number")
                .param("number", number)
                .query(RegistrationRow::read)
                .optional();
    }

    private JdbcClient.StatementSpec page(String rest, String before, int limit) {
        return jdbc.sql(SELECT + rest + " limit :limit").param("before", before).param("limit", limit);
    }
}
