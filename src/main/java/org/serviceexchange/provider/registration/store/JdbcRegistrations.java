package org.serviceexchange.provider.registration.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.directory.User;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.platform.store.SnapshotTable;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registrations in the table {@code consumer_registration}. */
@Repository
class JdbcRegistrations implements Registrations, RegistrationPages {

    private static final String TABLE = "consumer_registration";
    private static final String PREFIX = "REG";
    private static final String PREFIX_OF_CONNECTION = "CCN";

    private final JdbcClient jdbc;
    private final PeerNews news;
    private final SnapshotTable<RegistrationSnapshot> table;

    JdbcRegistrations(JdbcClient jdbc, ProtectedTables tables, PeerNews news, Clock clock) {
        this.jdbc = jdbc;
        this.news = news;
        this.table = new SnapshotTable<>(
                jdbc,
                tables.protect(TABLE, "number", "name_key"),
                snapshot -> RegistrationRow.of(snapshot, clock.instant()),
                RegistrationRow::read);
    }

    /** Numbers of other tables are asked for too, and need no statement. */
    @Override
    public Optional<Registration> find(String number) {
        return number.startsWith(PREFIX) ? find("number", number) : Optional.empty();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Registration lock(String number) {
        return table.lock("number", number)
                .map(Registration::of)
                .orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
    }

    @Override
    public Instant pendingSince(String number) {
        return jdbc.sql("select turn_since from consumer_registration where number = ?")
                .param(number)
                .query((row, index) -> Row.time(row, "turn_since"))
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Registration registration) {
        table.insert(registration.snapshot());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Registration registration) {
        table.update(registration.snapshot());
        if (registration.takeNews()) {
            news.tell(ConnectionSide.PROVIDER, registration.number());
        }
    }

    @Override
    public Map<String, Long> versions(List<String> numbers) {
        Map<String, Long> versions = new HashMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select number, coalesce(record_version, 0) from consumer_registration where number in (:numbers)")
                    .param("numbers", numbers)
                    .query(row -> {
                        versions.put(row.getString(1), row.getLong(2));
                    });
        }
        return versions;
    }

    @Override
    public List<String> claimed(int limit) {
        return jdbc.sql("select number from consumer_registration where state = 'OPEN' and client_id is not null"
                        + " order by number desc fetch first " + limit + " rows only")
                .query(String.class)
                .list();
    }

    @Override
    public List<String> live(String after, int limit) {
        return jdbc.sql("select number from consumer_registration where state = 'CLOSED_COMPLETE' and number > ?"
                        + " order by number fetch first " + limit + " rows only")
                .param(after)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<Registration> occupying(String companyId, String consumerUrl) {
        return find("occupies", RegistrationRow.occupies(companyId, consumerUrl));
    }

    @Override
    public Optional<Registration> ofSecret(String secretHash) {
        return find("secret_hash", secretHash);
    }

    @Override
    public Optional<Registration> ofClient(String clientId) {
        return find("client_id", clientId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Registration> lockOfClient(String clientId) {
        return table.lock("client_id", clientId).map(Registration::of);
    }

    @Override
    public Optional<Registration> ofKey(String keyId) {
        return find("key_id", keyId);
    }

    @Override
    public Optional<Registration> ofConnection(String number) {
        return number.startsWith(PREFIX_OF_CONNECTION) ? find("connection_number", number) : Optional.empty();
    }

    @Override
    public List<Registration> registrations(@Nullable RegistrationState state, String before, int limit) {
        return page("number", state, before, limit);
    }

    @Override
    public List<Registration> connected(@Nullable RegistrationState state, String before, int limit) {
        return page("connection_number", state, before, limit);
    }

    @Override
    public CaseTable table() {
        return RegistrationsAsCases.TABLE;
    }

    @Override
    public List<Listed> listed(List<String> numbers) {
        return table.joined(
                "c.name as company_name, u.first_, u.last_",
                "left join company c on c.id = t.company_id left join act_id_user u on u.id_ = t.contact_id",
                numbers,
                JdbcRegistrations::listed);
    }

    private static Listed listed(RegistrationSnapshot snapshot, ResultSet row) throws SQLException {
        String company = snapshot.request().companyId();
        String contact = snapshot.request().contactId();
        return new Listed(
                snapshot,
                Objects.toString(row.getString("company_name"), company),
                User.displayName(contact, row.getString("first_"), row.getString("last_")),
                Row.time(row, "turn_since"));
    }

    private Optional<Registration> find(String column, String value) {
        return table.find(column, value).map(Registration::of);
    }

    private List<Registration> page(String key, @Nullable RegistrationState state, String before, int limit) {
        return table.page(key, state, before, limit).stream()
                .map(Registration::of)
                .toList();
    }
}
