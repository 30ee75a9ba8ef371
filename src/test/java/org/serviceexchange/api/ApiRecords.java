package org.serviceexchange.api;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Live connections of both sides, made without the other instance, in the instance that all tests of the API share. */
@TestConfiguration(proxyBeanMethods = false)
public class ApiRecords {

    private static final String KEY = "key-of-the-test-";

    private final Registrations registrations;
    private final ProviderConnections connections;
    private final ConnectionLife life;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    ApiRecords(
            Registrations registrations,
            ProviderConnections connections,
            ConnectionLife life,
            TransactionTemplate transactions,
            JdbcClient jdbc) {
        this.registrations = registrations;
        this.connections = connections;
        this.life = life;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** A connection to a consumer that lives, with its process and heartbeats to an address where nobody answers. */
    public void liveConsumer(String registration, String number) {
        Registration live = Registration.requested(new RegistrationRequest(
                registration,
                "CMP0009001",
                TestRegistrations.CONTACT,
                "https://" + registration + ".example.com",
                "service:crm",
                TestRegistrations.NOW));
        Decision contact = new Decision(TestRegistrations.CONTACT, TestRegistrations.NOW);
        live.checked(List.of());
        live.open(TestRegistrations.link("hash of " + registration));
        live.claimed(
                new Claim(
                        number + "T".repeat(33),
                        "consumer",
                        new byte[1984],
                        new byte[1216],
                        "client-" + number,
                        "{}",
                        TestRegistrations.NOW),
                live.request().consumerUrl(),
                TestRegistrations.NOW);
        live.contactMatched(contact);
        live.consented(contact);
        live.keysAgreed(number, KEY + number);
        live.probeReceived(KEY + number, TestRegistrations.NOW);
        live.probeSent(KEY + number, TestRegistrations.NOW);
        live.activate();
        transactions.executeWithoutResult(status -> {
            registrations.add(live);
            life.begin(number);
        });
        beating(number, ConnectionSide.PROVIDER, registration, KEY + number);
    }

    /** A connection to a provider that lives, with heartbeats to an address where nobody answers. */
    public void liveProvider(String registration, String number) {
        ProviderConnection live = TestConnections.withKeys();
        live.probeReceived(TestConnections.KEY_ID);
        live.probeSent(TestConnections.KEY_ID);
        add(registration, number, live);
        beating(number, ConnectionSide.CONSUMER, registration, TestConnections.KEY_ID + number);
    }

    /** A connection to a provider that has been claimed. */
    public void claimedProvider(String registration, String number) {
        add(registration, number, TestConnections.claimed());
    }

    private void add(String registration, String number, ProviderConnection model) {
        Invitation invitation = new Invitation(
                number,
                registration,
                URI.create(TestConnections.BASE),
                TestConnections.PIN,
                "ada",
                TestConnections.NOW);
        ProviderConnection connection = TestConnections.like(model, invitation);
        transactions.executeWithoutResult(status -> {
            connections.add(connection);
            connections.save(connection);
        });
    }

    private void beating(String number, ConnectionSide side, String registration, String keyId) {
        jdbc.sql(
                        "insert into heartbeat (module, side, registration, key_id, address, next_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        side.name(),
                        registration,
                        keyId,
                        "https://nobody.example.com",
                        OffsetDateTime.parse("2100-01-01T00:00:00Z"))
                .update();
    }

    /** Removes them. */
    public void clear() {
        jdbc.sql("delete from heartbeat").update();
        jdbc.sql("delete from connection_suspension").update();
        jdbc.sql("delete from consumer_registration where number like 'REG0009%'")
                .update();
        jdbc.sql("delete from provider_connection").update();
        jdbc.sql("delete from record_proof where record_key like 'REG0009%' or table_name = 'provider_connection'")
                .update();
    }
}
