package org.serviceexchange.checker.pair;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.serviceexchange.checker.walk.DrawnError;
import org.serviceexchange.checker.walk.NoWayOn;
import org.serviceexchange.checker.walk.StepCode;
import org.serviceexchange.connection.signature.FormerPeerKeys;
import org.serviceexchange.connection.state.SharedRecords;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.serviceexchange.consumer.claim.ClaimRegistration;
import org.serviceexchange.consumer.claim.ClientKeys;
import org.serviceexchange.consumer.claim.ConnectToProvider;
import org.serviceexchange.consumer.closing.CloseConnection;
import org.serviceexchange.consumer.closing.RequestConnectionCancellation;
import org.serviceexchange.consumer.connection.ConsumerSettings;
import org.serviceexchange.consumer.connection.OpenConnection;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.consumer.keyexchange.ActivateConnectionAtConsumer;
import org.serviceexchange.consumer.keyexchange.ExchangeKeys;
import org.serviceexchange.consumer.keyexchange.KeyRing;
import org.serviceexchange.consumer.keyexchange.LivingProviders;
import org.serviceexchange.consumer.keyexchange.ProbedProviderConnections;
import org.serviceexchange.consumer.state.AdoptProviderState;
import org.serviceexchange.consumer.state.ConnectionRecords;
import org.serviceexchange.consumer.validation.CheckPrerequisitesAtConsumer;
import org.serviceexchange.consumer.validation.ConnectionPrerequisites;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.protocol.outbound.CallableAddresses;
import org.serviceexchange.protocol.outbound.OutboundSettings;
import org.springframework.util.unit.DataSize;

/** The consumer with its real record and use cases, and the code behind the tasks of its process. */
final class ConsumerOfPair implements StepCode {

    static final String NUMBER = "PCN0001001";
    static final String PERSON = "person";

    final OpenConnection openConnection;
    final AuthenticateAtProvider authenticate;
    final RequestConnectionCancellation requestCancellation;
    final SharedRecords records;

    private static final Map<String, Set<String>> SETS = Map.of(
            "checkPrerequisitesDelegate", Set.of("findingsBeingResolved", "prerequisitesMet"),
            "activateConnectionDelegate", Set.of("probedByProvider"));

    private final Pair pair;
    private final PairNetwork network;
    private final ConnectionTelling process;
    private final KeyRing keyRing;
    private final LivingProviders living;
    private final ProbedProviderConnections probedConnections;
    private final Map<String, Consumer<Map<String, Boolean>>> code = new HashMap<>();

    ConsumerOfPair(Pair pair, PairNetwork network) {
        this.pair = pair;
        this.network = network;
        PairPorts ports = pair.ports;
        OneConnection connections = pair.connections;
        process = new ConnectionTelling(pair);
        KeyedHash hash = (purpose, value) -> value;
        InstanceSettings instance = PairPorts.instance(PairPorts.CONSUMER_URL);
        OwnAddress own = new OwnAddress(instance);
        keyRing = new KeyRing(ports.moduleKeys);
        living = new LivingProviders(
                connections,
                Quiet.of(ProviderConnectionPages.class),
                ports.instanceKeys,
                own,
                ports.heartbeats,
                (side, number) -> {});
        CloseConnection close =
                new CloseConnection(connections, ports.endConnection, ports.journal, ports.askedFirst, ports.clock);
        openConnection = new OpenConnection(
                connections,
                process,
                Quiet.of(Numbers.class, Map.of("next", prefix -> NUMBER)),
                ports.seals,
                hash,
                ports.journal,
                new ConsumerSettings(Duration.ofSeconds(30), PairPorts.LIFE),
                addresses(instance),
                ports.clock);
        authenticate = new AuthenticateAtProvider(connections, process, ports.seals, ports.journal);
        requestCancellation = new RequestConnectionCancellation(connections, process, close, ports.journal);
        records = new ConnectionRecords(
                connections,
                new AdoptProviderState(connections, process, close, ports.life, ports.journal),
                ports.keySets,
                Quiet.of(FormerPeerKeys.class));
        probedConnections = new ProbedProviderConnections(
                connections,
                process,
                new TrustedProbes(ports),
                keyRing,
                living,
                ports.life,
                ports.journal,
                ports.notes);
        claim(new ConnectionPrerequisites(Quiet.of(KmfHealth.class), own, network));
        keys();
        ends(close);
    }

    private static CallableAddresses addresses(InstanceSettings instance) {
        Duration short_ = Duration.ofSeconds(1);
        return new CallableAddresses(
                instance, new OutboundSettings(short_, short_, short_, DataSize.ofKilobytes(1), List.of(), null));
    }

    private void claim(ConnectionPrerequisites prerequisites) {
        PairPorts ports = pair.ports;
        ClientKeys clientKeys = new ClientKeys(ports.moduleKeys);
        CheckPrerequisitesAtConsumer check =
                new CheckPrerequisitesAtConsumer(prerequisites, pair.connections, ports.journal);
        ConnectToProvider connect = new ConnectToProvider(pair.connections, ports.directory, clientKeys, ports.journal);
        ClaimRegistration claim =
                new ClaimRegistration(pair.connections, process, network, clientKeys, ports.seals, ports.journal);
        code.put("checkPrerequisitesDelegate", values -> {
            boolean met = check.check(NUMBER).record().isEmpty();
            values.put("findingsBeingResolved", pair.connectionCase.waitsAt("userTask_resolveValidationFindings"));
            values.put("prerequisitesMet", met);
        });
        code.put("connectToProviderListener", values -> connect.connect(NUMBER, PairPorts.COMPANY, Author.of(PERSON)));
        code.put(
                "claimRegistrationDelegate",
                values -> refused(claim.claim(NUMBER).record()));
        code.put("authenticateAtProviderListener", values -> authenticate.requireAuthenticated(NUMBER));
    }

    private static void refused(Optional<LocalizedMessage> reason) {
        if (reason.isPresent()) {
            throw new DrawnError("refused");
        }
    }

    private void keys() {
        PairPorts ports = pair.ports;
        ExchangeKeys exchange =
                new ExchangeKeys(pair.connections, network, keyRing, ports.seals, ports.journal, ports.clock);
        ActivateConnectionAtConsumer activate =
                new ActivateConnectionAtConsumer(pair.connections, network, keyRing, living, ports.life, ports.journal);
        code.put("exchangeKeysDelegate", values -> {
            switch (exchange.exchange(NUMBER).record().kind()) {
                case AGREED -> {}
                case AUTHORIZATION_EXPIRED -> throw new DrawnError("authorizationExpired");
                case REFUSED -> throw new DrawnError("refused");
            }
        });
        code.put(
                "activateConnectionDelegate",
                values ->
                        values.put("probedByProvider", activate.activate(NUMBER).record()));
    }

    private void ends(CloseConnection close) {
        code.put("expireConnectionDelegate", values -> {
            pair.closing();
            close.expire(NUMBER);
        });
        code.put("closeConnectionDelegate", values -> close.close(NUMBER));
        code.put("cancelConnectionDelegate", values -> close.cancel(NUMBER));
    }

    @Override
    public Set<String> sets(String name) {
        return SETS.getOrDefault(name, Set.of());
    }

    @Override
    public boolean isIdle(String name) {
        return false;
    }

    /** Whether there is such code. */
    boolean knows(String name) {
        return code.containsKey(name);
    }

    @Override
    public void run(String name, Map<String, Boolean> values) {
        Consumer<Map<String, Boolean>> known = code.get(name);
        if (known == null) {
            throw new NoWayOn(name);
        }
        known.accept(values);
    }

    /** A probe of the provider has arrived. */
    List<Receipt> probed(String keyId) {
        if (probedConnections.probe(keyId, new byte[0]).isEmpty()) {
            throw new Problem(ProblemCode.PEER_NOT_READY);
        }
        return List.of();
    }

    /** The address of the provider, for links. */
    static URI provider() {
        return URI.create(PairPorts.PROVIDER_URL);
    }
}
