package org.serviceexchange.checker.pair;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.serviceexchange.connection.signature.FormerPeerKeys;
import org.serviceexchange.connection.state.SharedRecords;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.serviceexchange.consumer.closing.CloseConnection;
import org.serviceexchange.consumer.closing.ReplaceLostConnections;
import org.serviceexchange.consumer.closing.RequestConnectionCancellation;
import org.serviceexchange.consumer.connection.ConsumerSettings;
import org.serviceexchange.consumer.connection.OpenConnection;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.consumer.keyexchange.KeyRing;
import org.serviceexchange.consumer.keyexchange.LivingProviders;
import org.serviceexchange.consumer.keyexchange.ProbedProviderConnections;
import org.serviceexchange.consumer.state.AdoptProviderState;
import org.serviceexchange.consumer.state.ConnectionRecords;
import org.serviceexchange.consumer.validation.ConnectionPrerequisites;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.protocol.outbound.CallableAddresses;
import org.serviceexchange.protocol.outbound.OutboundSettings;
import org.springframework.util.unit.DataSize;

/** The consumer with its real record and use cases. */
final class ConsumerOfPair {

    static final String NUMBER = "PCN0001001";
    static final String PERSON = "person";

    final OpenConnection openConnection;
    final AuthenticateAtProvider authenticate;
    final RequestConnectionCancellation requestCancellation;
    final SharedRecords records;
    final ConsumerCode code;

    private final ProbedProviderConnections probedConnections;

    ConsumerOfPair(Pair pair, PairNetwork network) {
        PairPorts ports = pair.ports;
        OneConnection connections = pair.connections;
        ConnectionTelling process = new ConnectionTelling(pair);
        InstanceSettings instance = PairPorts.instance(PairPorts.CONSUMER_URL);
        OwnAddress own = new OwnAddress(instance);
        KeyRing keyRing = new KeyRing(ports.moduleKeys);
        LivingProviders living = living(connections, ports, own);
        CloseConnection close =
                new CloseConnection(connections, ports.endConnection, ports.journal, ports.askedFirst, ports.clock);
        openConnection = openConnection(connections, ports, process, close, instance);
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
        code = new ConsumerCode(pair, network);
        code.claim(process, new ConnectionPrerequisites(Quiet.of(KmfHealth.class), own, network), authenticate, close);
        code.keys(keyRing, living);
        code.ends(close);
    }

    private static LivingProviders living(OneConnection connections, PairPorts ports, OwnAddress own) {
        return new LivingProviders(
                connections,
                Quiet.of(ProviderConnectionPages.class),
                ports.instanceKeys,
                own,
                ports.heartbeats,
                (side, number) -> {});
    }

    private static OpenConnection openConnection(
            OneConnection connections,
            PairPorts ports,
            ConnectionTelling process,
            CloseConnection close,
            InstanceSettings instance) {
        KeyedHash hash = (purpose, value) -> value;
        return new OpenConnection(
                connections,
                process,
                new ReplaceLostConnections(connections, close, ports.journal),
                Quiet.of(Numbers.class, Map.of("next", prefix -> NUMBER)),
                ports.seals,
                hash,
                ports.journal,
                new ConsumerSettings(Duration.ofSeconds(30), PairPorts.LIFE),
                addresses(instance),
                ports.clock);
    }

    private static CallableAddresses addresses(InstanceSettings instance) {
        Duration brief = Duration.ofSeconds(1);
        return new CallableAddresses(
                instance, new OutboundSettings(brief, brief, brief, DataSize.ofKilobytes(1), List.of(), null));
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
