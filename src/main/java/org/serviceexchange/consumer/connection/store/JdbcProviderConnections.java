package org.serviceexchange.consumer.connection.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.directory.User;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.platform.store.SnapshotTable;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Provider connections in the table {@code provider_connection}. */
@Repository
class JdbcProviderConnections implements ProviderConnections, ProviderConnectionPages {

    private static final String TABLE = "provider_connection";
    private static final String PREFIX = "PCN";
    private static final CaseTable CASES = new CaseTable(
            TABLE,
            "opened_at",
            null,
            List.of("lower(provider_url)", "lower(registration)"),
            "opened_by",
            ConnectionState.ONBOARDED.name(),
            "select module from heartbeat where side = 'CONSUMER'");

    private final JdbcClient jdbc;
    private final PeerNews news;
    private final SnapshotTable<ConnectionSnapshot> table;

    JdbcProviderConnections(JdbcClient jdbc, ProtectedTables tables, PeerNews news, Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.table = new SnapshotTable<>(
                jdbc,
                tables.protect(TABLE, "number"),
                snapshot -> ConnectionRow.of(snapshot, clock.instant()),
                ConnectionRow::read);
    }

    /** Numbers of other tables are asked for too, and need no statement. */
    @Override
    public Optional<ProviderConnection> find(String number) {
        return Optional.of(number)
                .filter(any -> any.startsWith(PREFIX))
                .flatMap(own -> table.find("number", own))
                .map(ProviderConnection::of);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public ProviderConnection lock(String number) {
        return lock("number", number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(ProviderConnection connection) {
        table.insert(connection.snapshot());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(ProviderConnection connection) {
        table.update(connection.snapshot());
        if (connection.takeNews()) {
            news.tell(ConnectionSide.CONSUMER, connection.number());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ProviderConnection> lockOpen(String pin, String registration) {
        return lock("open_key", ConnectionRow.openKey(pin, registration));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ProviderConnection> lockNewest(String pin, String registration) {
        return jdbc.sql("select max(number) from provider_connection where provider_pin = ? and registration = ?")
                .params(pin, registration)
                .query(String.class)
                .optional()
                .flatMap(number -> lock("number", number));
    }

    @Override
    public Map<String, Long> versions(List<String> numbers) {
        Map<String, Long> versions = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select number, coalesce(record_version, 0) from provider_connection where number in (:numbers)")
                    .param("numbers", numbers)
                    .query(row -> {
                        versions.put(row.getString(1), row.getLong(2));
                    });
        }
        return versions;
    }

    @Override
    public List<String> claimed(int limit) {
        return numbers("client_id is not null and ended = false", limit);
    }

    @Override
    public List<String> open(int limit) {
        return numbers("ended = false", limit);
    }

    private List<String> numbers(String which, int limit) {
        return jdbc.sql("select number from provider_connection where " + which + " order by number desc fetch first "
                        + limit + " rows only")
                .query(String.class)
                .list();
    }

    @Override
    public List<String> live(String after, int limit) {
        return jdbc.sql("select number from provider_connection where state = 'ONBOARDED' and number > ?"
                        + " order by number fetch first " + limit + " rows only")
                .param(after)
                .query(String.class)
                .list();
    }

    /** Only what waits for a person here can be lost, of which there are few. */
    @Override
    public List<ProviderConnection> lost(String pin) {
        String lost = "t.turn = 'US' and t.state = 'ONBOARDED' and t.reason is not null and t.provider_pin = :pin";
        return table.all(lost, Map.of("pin", pin)).stream()
                .map(ProviderConnection::of)
                .toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<ProviderConnection> lockByKeyId(String keyId) {
        return lock("key_id", keyId);
    }

    @Override
    public Optional<ProviderConnection> ofKeyId(String keyId) {
        return table.find("key_id", keyId).map(ProviderConnection::of);
    }

    @Override
    public List<ProviderConnection> connections(@Nullable ConnectionState state, String before, int limit) {
        return table.page("number", state, before, limit).stream()
                .map(ProviderConnection::of)
                .toList();
    }

    @Override
    public CaseTable table() {
        return CASES;
    }

    @Override
    public List<Listed> listed(List<String> numbers) {
        return table.joined(
                "u.first_, u.last_",
                "left join act_id_user u on u.id_ = t.opened_by",
                numbers,
                JdbcProviderConnections::listed);
    }

    private static Listed listed(ConnectionSnapshot snapshot, ResultSet row) throws SQLException {
        String openedBy = snapshot.invitation().openedBy();
        return new Listed(
                snapshot,
                User.displayName(openedBy, row.getString("first_"), row.getString("last_")),
                Row.time(row, "turn_since"));
    }

    private Optional<ProviderConnection> lock(String column, String value) {
        return table.lock(column, value).map(ProviderConnection::of);
    }
}
