package org.serviceexchange.consumer.connection.store;

import java.time.Clock;
import java.util.Optional;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Provider connections in the table {@code provider_connection}. */
@Repository
class JdbcProviderConnections implements ProviderConnections {

    private static final String TABLE = "provider_connection";
    private static final String SELECT = "select * from " + TABLE + " ";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcProviderConnections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ProviderConnection connection) {
        row(connection).insert(jdbc, TABLE);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(ProviderConnection connection) {
        row(connection).update(jdbc, TABLE, "number");
    }

    private Row row(ProviderConnection connection) {
        return ConnectionRow.of(connection, clock.instant());
    }

    @Override
    public Optional<ProviderConnection> find(String number) {
        return one("where number = ?", number);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public ProviderConnection lock(String number) {
        return one("where number = ? for update", number)
                .orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ProviderConnection> lockOpen(String pin, String registration) {
        return one("where open_key = ? for update", ConnectionRow.openKey(pin, registration));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ProviderConnection> lockByKeyId(String keyId) {
        return one("where key_id = ? for update", keyId);
    }

    private Optional<ProviderConnection> one(String condition, String value) {
        return jdbc.sql(SELECT + condition)
                .param(value)
                .query(ConnectionRow::read)
                .optional();
    }
}
