package org.serviceexchange.consumer.keyexchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.LivingConnections;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.springframework.stereotype.Service;

/** The connections to providers that live: those that are Onboarded. */
@Service
public class LivingProviders implements LivingConnections {

    /** Why a connection is looked at whose provider refused all keys; the provider's state says whether they are lost. */
    public static final LocalizedMessage KEYS_GONE = LocalizedMessage.of("consumer.reason.keysGone");

    private final ProviderConnections connections;
    private final ProviderConnectionPages pages;
    private final InstanceKeys keys;
    private final OwnAddress own;
    private final Heartbeats heartbeats;
    private final PeerNews news;

    public LivingProviders(
            ProviderConnections connections,
            ProviderConnectionPages pages,
            InstanceKeys keys,
            OwnAddress own,
            Heartbeats heartbeats,
            PeerNews news) {
        this.connections = connections;
        this.pages = pages;
        this.keys = keys;
        this.own = own;
        this.heartbeats = heartbeats;
        this.news = news;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.CONSUMER;
    }

    @Override
    public Optional<LivingConnection> find(String number) {
        return connections.find(number).flatMap(this::living);
    }

    @Override
    public Optional<LivingConnection> ofSubject(String number) {
        return find(number);
    }

    @Override
    public Optional<LivingConnection> lock(String number) {
        return connections
                .find(number)
                .map(found -> connections.lock(found.number()))
                .flatMap(this::living);
    }

    /** The row is locked, since every caller is about to change something. */
    @Override
    public Optional<LivingConnection> ofRegistration(String registration, String provider) {
        return connections.lockOpen(provider, registration).flatMap(this::living);
    }

    @Override
    public Optional<LivingConnection> ofKey(String keyId) {
        return connections.ofKeyId(keyId).flatMap(this::living);
    }

    @Override
    public Map<String, Long> versions(List<String> subjects) {
        return connections.versions(subjects);
    }

    @Override
    public List<String> before(String number, int limit) {
        return pages.connections(ConnectionState.ONBOARDED, number, limit).stream()
                .map(ProviderConnection::number)
                .toList();
    }

    @Override
    public void rotationRefused(String number) {
        ProviderConnection connection = connections.lock(number);
        connection.warned(KEYS_GONE);
        connections.save(connection);
    }

    @Override
    public void keysRotated(String number, String keyId) {
        ProviderConnection connection = connections.lock(number);
        connection.keysRotated(keyId);
        connections.save(connection);
        follow(connection);
    }

    /** Sends heartbeats for this connection from now on, if both directions are proved; reads no record. */
    void follow(ProviderConnection connection) {
        connection
                .keys()
                .filter(agreed -> connection.state() == ConnectionState.ONBOARDED)
                .map(agreed -> new FollowedConnection(
                        connection.number(),
                        ConnectionSide.CONSUMER,
                        connection.invitation().registration(),
                        agreed.keyId(),
                        connection.pinnedProvider().party().url()))
                .ifPresent(heartbeats::follow);
    }

    @Override
    public long changed(String number) {
        connections.save(connections.lock(number));
        news.tell(side(), number);
        return connections.version(number);
    }

    private Optional<LivingConnection> living(ProviderConnection connection) {
        return Optional.of(connection)
                .filter(found -> found.state() == ConnectionState.ONBOARDED
                        && found.keys().isPresent())
                .map(this::described);
    }

    private LivingConnection described(ProviderConnection connection) {
        PinnedProvider provider = connection.pinnedProvider();
        Parties parties = new Parties(
                connection.invitation().registration(),
                provider.party(),
                new Party(
                        own.usable() ? own.baseUrl().toString() : "",
                        keys.ofRecord(connection.number()).signaturePublicKey()),
                keys.encryptionPublicKey());
        return new LivingConnection(
                connection.number(),
                connection.number(),
                ConnectionSide.CONSUMER,
                connection.agreedKeys().keyId(),
                parties,
                provider.endpoints().probe());
    }
}
