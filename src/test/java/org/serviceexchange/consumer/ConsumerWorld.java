package org.serviceexchange.consumer;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.OwnIncarnations;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.offboarding.EndConnection;
import org.serviceexchange.connection.suspension.MemorySuspensions;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.serviceexchange.consumer.claim.ClaimRegistration;
import org.serviceexchange.consumer.claim.ClientKeys;
import org.serviceexchange.consumer.claim.ConnectToProvider;
import org.serviceexchange.consumer.closing.CloseConnection;
import org.serviceexchange.consumer.closing.ReplaceLostConnections;
import org.serviceexchange.consumer.closing.RequestConnectionCancellation;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ConsumerSettings;
import org.serviceexchange.consumer.connection.OpenConnection;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.connection.ProviderCalls;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.consumer.keyexchange.ActivateConnectionAtConsumer;
import org.serviceexchange.consumer.keyexchange.ExchangeKeys;
import org.serviceexchange.consumer.keyexchange.KeyRing;
import org.serviceexchange.consumer.keyexchange.LivingProviders;
import org.serviceexchange.consumer.keyexchange.ProbedProviderConnections;
import org.serviceexchange.consumer.validation.CheckPrerequisitesAtConsumer;
import org.serviceexchange.consumer.validation.ConnectionPrerequisites;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport;
import org.serviceexchange.kmf.HealthReport.ComponentHealth;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.ModuleKey;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.platform.store.TestNumbers;
import org.serviceexchange.protocol.handshake.AnsweredExchange;
import org.serviceexchange.protocol.handshake.ConnectionKeys;
import org.serviceexchange.protocol.outbound.TestCallableAddresses;
import org.serviceexchange.protocol.probe.Probes;

/** The consumer's use cases with in-memory ports and a fixed clock; the test decides what the provider does. */
public final class ConsumerWorld {

    private final InMemoryProviderConnections rows = new InMemoryProviderConnections();
    public final ProviderConnections connections = rows;
    public final ProviderCalls provider = mock();
    public final KmfHealth health = mock();
    public final Directory directory = mock();
    public final Probes probes = mock();
    public final HeartbeatRows heartbeatRows = mock();
    public final ConnectionLife life = mock();
    public final Journal notes = mock();
    public final List<String> journal = new ArrayList<>();
    public final Map<String, byte[]> moduleKeys = new HashMap<>();
    public final List<String> activeKeys = new ArrayList<>();
    public final ConsumerSettings settings = new ConsumerSettings(Duration.ofSeconds(30), Duration.ofDays(14));
    public final MovableClock clock = MovableClock.standingAt(TestConnections.NOW);

    public final OpenConnection openConnection;
    public final CheckPrerequisitesAtConsumer checkPrerequisites;
    public final ConnectToProvider connectToProvider;
    public final ClaimRegistration claimRegistration;
    public final AuthenticateAtProvider authenticateAtProvider;
    public final ExchangeKeys exchangeKeys;
    public final ActivateConnectionAtConsumer activateConnection;
    public final CloseConnection closeConnection;
    public final RequestConnectionCancellation requestCancellation;
    final ProbedProviderConnections probed;

    public ConsumerWorld(ConnectionProcess process) {
        Numbers numbers = new TestNumbers(
                prefix -> "%s%07d".formatted(prefix, 1001 + rows.all().size()));
        Sealing sealing = new TestSealing();
        KeyedHash hash = (purpose, value) -> "hash of " + value.charAt(0);
        ModuleKeys keys = new TestModuleKeys();
        doAnswer(call -> journal.add(call.getArgument(1) + ": "
                        + call.<LocalizedMessage>getArgument(2).inDefault()))
                .when(notes)
                .workNote(anyString(), anyString(), any(LocalizedMessage.class));
        doAnswer(call -> journal.add(call.<Author>getArgument(1).actor() + ": "
                        + call.<LocalizedMessage>getArgument(2).inDefault()))
                .when(notes)
                .workNote(anyString(), any(Author.class), any(LocalizedMessage.class));
        doAnswer(call -> journal.add(call.<Author>getArgument(1).actor() + ": "
                        + call.<LocalizedMessage>getArgument(2).inDefault()))
                .when(notes)
                .workNote(anyString(), any(Author.class), any(LocalizedMessage.class), anyList());
        when(directory.company("CMP0001001")).thenReturn(Optional.of(new Company("CMP0001001", "ACME", true)));
        when(directory.company("CMP0001002")).thenReturn(Optional.of(new Company("CMP0001002", "Gone", false)));
        healthy();
        when(provider.claim(any(), anyString(), any())).thenReturn(TestConnections.provider());
        when(provider.exchangeKeys(any(), any(), anyString())).thenReturn(new AnsweredExchange(null, new byte[0]));
        when(provider.finishExchange(any(), any())).thenAnswer(call -> keys());

        OwnAddress own = own("https://consumer.example.com", InstanceSettings.Mode.STANDARD);
        ClientKeys clientKeys = new ClientKeys(keys);
        KeyRing keyRing = new KeyRing(keys);
        closeConnection = new CloseConnection(
                connections,
                new EndConnection(keys, mock(), heartbeatRows, mock(), life),
                notes,
                (side, number, since) -> {},
                clock);
        ReplaceLostConnections replaceLost = new ReplaceLostConnections(connections, closeConnection, notes);
        openConnection = new OpenConnection(
                connections,
                process,
                replaceLost,
                numbers,
                sealing,
                hash,
                notes,
                settings,
                TestCallableAddresses.standardOfConsumer(),
                clock);
        checkPrerequisites = new CheckPrerequisitesAtConsumer(
                new ConnectionPrerequisites(health, own, provider), connections, notes);
        connectToProvider = new ConnectToProvider(connections, directory, clientKeys, replaceLost, notes);
        claimRegistration = new ClaimRegistration(connections, process, provider, clientKeys, sealing, notes);
        authenticateAtProvider = new AuthenticateAtProvider(connections, process, sealing, notes);
        exchangeKeys = new ExchangeKeys(connections, provider, keyRing, sealing, notes, clock);
        LivingProviders live =
                new LivingProviders(connections, mock(), mock(), own, heartbeats(notes), (side, number) -> {});
        activateConnection = new ActivateConnectionAtConsumer(connections, provider, keyRing, live, life, notes);
        requestCancellation = new RequestConnectionCancellation(connections, process, closeConnection, notes);
        probed = new ProbedProviderConnections(
                connections, process, probes, keyRing, live, life, notes, new RareNotes(notes, clock));
    }

    private Heartbeats heartbeats(Journal notes) {
        return new Heartbeats(
                heartbeatRows,
                new OwnIncarnations(heartbeatRows, new RandomSecrets(), notes, event -> {}),
                new Standstills(new MemorySuspensions(), clock),
                notes,
                new HeartbeatSettings(Duration.ofMinutes(5), 100, Duration.ofSeconds(2)),
                clock);
    }

    public static OwnAddress own(String baseUrl, InstanceSettings.Mode mode) {
        return new OwnAddress(TestInstanceSettings.at(baseUrl, mode));
    }

    public static ConnectionKeys keys() {
        return new ConnectionKeys(TestConnections.KEY_ID, new byte[] {1, 1}, new byte[] {2, 2}, new byte[] {3, 3});
    }

    public void healthy() {
        doNothing().when(health).requireOperational();
    }

    public void unhealthy() {
        HealthReport report = new HealthReport(
                Health.DEGRADED,
                List.of(component("fileKeyStore", Health.OPERATIONAL), component("clock", Health.MALFUNCTION)),
                clock.instant());
        doThrow(new Problem(ProblemCode.KMF_NOT_OPERATIONAL, report.failing()))
                .when(health)
                .requireOperational();
    }

    private static ComponentHealth component(String key, Health health) {
        return new ComponentHealth(
                LocalizedMessage.of("kmf.component." + key),
                health,
                LocalizedMessage.of("kmf.found.notConfigured"),
                true);
    }

    /** The provider's probe arrives. */
    public void probed(String keyId, byte[] request) {
        when(probes.answer(any(), any())).thenReturn(new byte[] {7});
        if (probed.probe(keyId, request).isEmpty()) {
            throw new IllegalStateException("no such key");
        }
    }

    public ProviderConnection connection() {
        return connections.lock(TestConnections.NUMBER);
    }

    /** Fake sealing: prefixes purpose and id, so that opening for another record fails. */
    private static final class TestSealing implements Sealing {

        @Override
        public byte[] seal(String purpose, String id, byte[] value) {
            return (purpose + "|" + id + "|" + new String(value, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] open(String purpose, String id, byte[] sealed) {
            String text = new String(sealed, StandardCharsets.UTF_8);
            String prefix = purpose + "|" + id + "|";
            if (!text.startsWith(prefix)) {
                throw new IllegalStateException("sealed elsewhere");
            }
            return text.substring(prefix.length()).getBytes(StandardCharsets.UTF_8);
        }
    }

    private final class TestModuleKeys implements ModuleKeys {

        @Override
        public String add(String module, String purpose, String algorithm, String label, byte[] key) {
            moduleKeys.put(module + " " + purpose, key.clone());
            return module + " " + purpose;
        }

        @Override
        public String generateClientKey(String module) {
            String existing = module + " " + CLIENT_KEY;
            if (moduleKeys.containsKey(existing)) {
                return existing;
            }
            String id = add(module, CLIENT_KEY, "ES256-JWK", "", clientKey());
            activeKeys.add(id);
            return id;
        }

        private byte[] clientKey() {
            try {
                return new ECKeyGenerator(Curve.P_256).generate().toJSONString().getBytes(StandardCharsets.UTF_8);
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void activate(String module, String purpose, String label) {
            activeKeys.add(module + " " + purpose);
        }

        @Override
        public <T> T use(String module, String purpose, Function<byte[], T> function) {
            return function.apply(moduleKeys.get(module + " " + purpose));
        }

        @Override
        public <T> T use(String module, String purpose, String label, Function<byte[], T> function) {
            return use(module, purpose, function);
        }

        @Override
        public List<ModuleKey> describe(String module) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, List<ModuleKey>> describe(Collection<String> modules) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void destroy(String module, String label) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void destroyAll(String module) {
            moduleKeys.keySet().removeIf(key -> key.startsWith(module + " "));
        }
    }
}
