package org.serviceexchange.consumer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.LinkInUse;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.PinnedProvider.Endpoints;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.consumer.connection.SealedToken;
import org.serviceexchange.protocol.wire.Party;

/** Valid connections in each state; each test changes one thing. */
public final class TestConnections {

    public static final String NUMBER = "PCN0001001";
    public static final String KEY_ID = "a2V5LWlkLW9mLXRlc3Q";
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    public static final Instant EXPIRY = Instant.parse("2099-03-15T10:00:00Z");
    public static final String BASE = "https://provider.example.com";
    public static final String SECRET = "S".repeat(43);
    public static final String PIN = "P".repeat(43);
    public static final String REGISTRATION = "REG0001001";

    private TestConnections() {}

    public static RegistrationLink link() {
        return new RegistrationLink(URI.create(BASE), REGISTRATION, SECRET, PIN);
    }

    public static PinnedProvider provider() {
        return provider(BASE, "client-1");
    }

    public static PinnedProvider provider(String base, String clientId) {
        Endpoints endpoints = new Endpoints(
                URI.create(base + "/oauth2/authorize"),
                URI.create(base + "/oauth2/token"),
                URI.create(base + "/sx/v1/exchanges"),
                URI.create(base + "/sx/v1/exchanges/confirmations"),
                URI.create(base + "/sx/v1/probes"));
        return new PinnedProvider(
                "Acme-Provider", new Party(base, new byte[1984]), clientId, base, endpoints, EXPIRY, new byte[] {9});
    }

    public static LinkInUse inUse(String hash) {
        byte[] sealed = ("sealed " + hash).getBytes(StandardCharsets.UTF_8);
        return new LinkInUse(new LinkInUse.Secret(sealed), hash, EXPIRY);
    }

    public static ProviderConnection opened() {
        Invitation invitation = new Invitation(NUMBER, REGISTRATION, URI.create(BASE), PIN, "ada", NOW);
        return ProviderConnection.open(invitation, inUse("hash-1"));
    }

    /** The same as the model, for another invitation. */
    public static ProviderConnection like(ProviderConnection model, Invitation invitation) {
        ConnectionSnapshot like = model.snapshot();
        return ProviderConnection.of(new ConnectionSnapshot(
                invitation, like.progress(), like.link(), like.claim(), like.token(), like.keys()));
    }

    public static ProviderConnection validated() {
        ProviderConnection connection = opened();
        connection.checked(List.of());
        return connection;
    }

    public static ProviderConnection claiming() {
        ProviderConnection connection = validated();
        connection.chooseCompany("CMP0001001");
        return connection;
    }

    public static ProviderConnection claimed() {
        ProviderConnection connection = claiming();
        connection.claimed(provider());
        return connection;
    }

    public static ProviderConnection authenticated() {
        ProviderConnection connection = claimed();
        connection.authenticated(new SealedToken(new byte[] {1}, NOW.plusSeconds(300)));
        return connection;
    }

    public static ProviderConnection withKeys() {
        ProviderConnection connection = authenticated();
        connection.keysAgreed(KEY_ID);
        return connection;
    }
}
