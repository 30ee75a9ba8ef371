package org.serviceexchange.provider.keyexchange;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.LivingConnections;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** The connections to consumers that live: those of registrations that are Closed Complete. */
@Service
public class LivingConsumers implements LivingConnections {

    private final Registrations registrations;
    private final RegistrationPages pages;
    private final InstanceKeys keys;
    private final InstanceSettings instance;
    private final Heartbeats heartbeats;
    private final PeerNews news;

    public LivingConsumers(
            Registrations registrations,
            RegistrationPages pages,
            InstanceKeys keys,
            InstanceSettings instance,
            Heartbeats heartbeats,
            PeerNews news) {
        this.registrations = registrations;
        this.pages = pages;
        this.keys = keys;
        this.instance = instance;
        this.heartbeats = heartbeats;
        this.news = news;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.PROVIDER;
    }

    @Override
    public Optional<LivingConnection> find(String number) {
        return pages.ofConnection(number).flatMap(this::living);
    }

    @Override
    public Optional<LivingConnection> ofSubject(String number) {
        return registrations.find(number).flatMap(this::living);
    }

    @Override
    public Optional<LivingConnection> lock(String number) {
        return pages.ofConnection(number)
                .map(found -> registrations.lock(found.number()))
                .flatMap(this::living);
    }

    @Override
    public Optional<LivingConnection> ofRegistration(String registration, String provider) {
        return registrations
                .find(registration)
                .filter(found -> keys.thumbprints().contains(provider))
                .flatMap(this::living);
    }

    @Override
    public Optional<LivingConnection> ofKey(String keyId) {
        return registrations.ofKey(keyId).flatMap(this::living);
    }

    @Override
    public Map<String, Long> versions(List<String> subjects) {
        return registrations.versions(subjects);
    }

    @Override
    public List<String> before(String number, int limit) {
        return pages.connected(RegistrationState.CLOSED_COMPLETE, number, limit).stream()
                .map(Registration::connection)
                .flatMap(Optional::stream)
                .map(ConsumerConnection::number)
                .toList();
    }

    @Override
    public void keysRotated(String number, String keyId) {
        Registration registration =
                registrations.lock(pages.ofConnection(number).orElseThrow().number());
        registration.keysRotated(keyId);
        registrations.save(registration);
        followed(registration).ifPresent(heartbeats::follow);
    }

    /** What heartbeats need of a registration, if it is complete; costs no statement. */
    static Optional<FollowedConnection> followed(Registration registration) {
        return registration
                .connection()
                .filter(connection -> registration.state() == RegistrationState.CLOSED_COMPLETE)
                .map(connection -> new FollowedConnection(
                        connection.number(),
                        ConnectionSide.PROVIDER,
                        registration.number(),
                        connection.keyId(),
                        registration.request().consumerUrl()));
    }

    @Override
    public long changed(String number) {
        Registration registration =
                registrations.lock(pages.ofConnection(number).orElseThrow().number());
        registrations.save(registration);
        news.tell(side(), registration.number());
        return registrations.version(registration.number());
    }

    private Optional<LivingConnection> living(Registration registration) {
        return registration
                .connection()
                .filter(connection -> registration.state() == RegistrationState.CLOSED_COMPLETE)
                .map(connection -> living(registration, connection));
    }

    private LivingConnection living(Registration registration, ConsumerConnection connection) {
        Claim claim = registration.claim().orElseThrow();
        String consumerUrl = registration.request().consumerUrl();
        Parties parties = new Parties(
                registration.number(),
                new Party(
                        Objects.toString(instance.baseUrl(), ""),
                        keys.ofRecord(registration.number()).signaturePublicKey()),
                new Party(consumerUrl, claim.signatureKey()),
                claim.encryptionKey());
        return new LivingConnection(
                connection.number(),
                registration.number(),
                ConnectionSide.PROVIDER,
                connection.keyId(),
                parties,
                URI.create(consumerUrl + ProtocolPaths.PROBES));
    }
}
