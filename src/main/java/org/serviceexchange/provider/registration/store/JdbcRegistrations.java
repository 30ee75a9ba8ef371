package org.serviceexchange.provider.registration.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Registrations in the table {@code consumer_registration}. */
@Repository
class JdbcRegistrations implements Registrations {

    private static final String TABLE = "consumer_registration";
    private static final String SELECT = "select * from " + TABLE + " where ";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcRegistrations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Registration> find(String number) {
        return one("number = ?", number);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Registration lock(String number) {
        return one("number = ? for update", number)
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
        row(registration).insert(jdbc, TABLE);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(Registration registration) {
        row(registration).update(jdbc, TABLE, "number");
    }

    private Row row(Registration registration) {
        return RegistrationRow.of(registration.snapshot(), clock.instant());
    }

    @Override
    public Optional<Registration> occupying(String companyId, String consumerUrl) {
        return one("occupies = ?", RegistrationRow.occupies(companyId, consumerUrl));
    }

    @Override
    public Optional<Registration> ofSecret(String secretHash) {
        return one("secret_hash = ?", secretHash);
    }

    @Override
    public Optional<Registration> ofClient(String clientId) {
        return one("client_id = ?", clientId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Registration> lockOfClient(String clientId) {
        return one("client_id = ? for update", clientId);
    }

    @Override
    public Optional<Registration> ofKey(String keyId) {
        return one("key_id = ?", keyId);
    }

    private Optional<Registration> one(String condition, String value) {
        return jdbc.sql(SELECT + condition)
                .param(value)
                .query(RegistrationRow::read)
                .optional();
    }
}
