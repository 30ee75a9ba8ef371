package org.serviceexchange.consumer.connection.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Provider connections in the database. */
@Repository
class StoredProviderConnections implements ProviderConnections {

    private static final String SELECT = "select * from provider_connection ";

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredProviderConnections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(ProviderConnection connection) {
        try {
            jdbc.sql("""
                            insert into provider_connection (number, registration, provider_url, provider_pin, open_key,
                                opened_by, opened_at, link_hash, link_expires_at, state, findings, secret_sealed,
                                inbound_active, outbound_active, turn, turn_since, ended, failed, due_at, name_key)
                            values (:number, :registration, :provider_url, :provider_pin, :open_key,
                                :opened_by, :opened_at, :link_hash, :link_expires_at, :state, :findings, :secret_sealed,
                                :inbound_active, :outbound_active, :turn, :now, :ended, :failed, :due_at, :name_key)
                            """).params(row(connection)).update();
        } catch (DuplicateKeyException e) {
            throw new AlreadyOpen(e);
        }
    }

    @Override
    public void save(ProviderConnection connection) {
        jdbc.sql("""
                        update provider_connection set open_key = :open_key, link_hash = :link_hash, link_expires_at = :link_expires_at,
                            state = :state, reason = :reason, findings = :findings, secret_sealed = :secret_sealed,
                            company_id = :company_id, provider_name = :provider_name, provider_base_url = :provider_base_url,
                            provider_signature_key = :provider_signature_key, client_id = :client_id,
                            issuer = :issuer, authorization_url = :authorization_url, token_url = :token_url,
                            exchange_url = :exchange_url, confirmation_url = :confirmation_url, probe_url = :probe_url,
                            token_sealed = :token_sealed, token_expires_at = :token_expires_at,
                            inbound_active = :inbound_active, outbound_active = :outbound_active, key_id = :key_id,
                            turn = :turn, turn_since = case when turn = :turn then turn_since else :now end,
                            ended = :ended, failed = :failed, due_at = :due_at, name_key = :name_key
                        where number = :number
                        """).params(row(connection)).update();
    }

    private Map<String, @Nullable Object> row(ProviderConnection connection) {
        Map<String, @Nullable Object> row = ConnectionRows.write(connection);
        row.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        return row;
    }

    @Override
    public Optional<ProviderConnection> find(String number) {
        return one("where number = ?", number);
    }

    @Override
    public ProviderConnection lock(String number) {
        return one("where number = ? for update", number)
                .orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
    }

    @Override
    public Optional<ProviderConnection> lockOpen(String pin, String registration) {
        return one("where open_key = ? for update", ConnectionRows.openKey(pin, registration));
    }

    @Override
    public Optional<ProviderConnection> lockByKeyId(String keyId) {
        return one("where key_id = ? for update", keyId);
    }

    private Optional<ProviderConnection> one(String condition, String value) {
        return jdbc.sql(SELECT + condition)
                .param(value)
                .query(ConnectionRows::read)
                .optional();
    }
}
