package org.serviceexchange.connection.rotation;

import static org.mockito.Answers.RETURNS_DEFAULTS;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.PeerRecordDoubted;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.LivingConnections;
import org.serviceexchange.connection.suspension.MemorySuspensions;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfContext;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.platform.store.RefusedRecords;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** One side of a living connection: its real keys, tables, messages and use cases; the record is kept in memory. */
final class RotationSide implements LivingConnections, AutoCloseable {

    static final String REGISTRATION = "REG0001001";
    static final Duration PAUSE = Duration.ofMinutes(5);

    final List<String> journal = new ArrayList<>();
    final ConnectionLife life = mock();
    final OutboundHttp http = mock();
    /** Records whose peer is to be asked for its state. */
    final List<String> doubts = new ArrayList<>();

    final MemorySuspensions suspensions = new MemorySuspensions();
    private final ConnectionSide side;
    private final AnnotationConfigApplicationContext context;
    private Parties parties;
    private String keyId;
    private boolean living = true;
    int refused;

    RotationSide(ConnectionSide side, DataSource database, Path home, MovableClock clock) {
        this.side = side;
        Journal notes = mock(Journal.class, call -> {
            if (call.getMethod().getName().equals("workNote")) {
                journal.add(call.<LocalizedMessage>getArgument(2).inDefault());
            }
            return RETURNS_DEFAULTS.answer(call);
        });
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(KmfSettings.class, () -> KmfContext.settings(null, null));
        context.registerBean(
                InstanceSettings.class,
                () -> new InstanceSettings(
                        side.name(), URI.create(url()), home, InstanceSettings.Mode.STANDARD, side.name(), null));
        context.registerBean("life", ConnectionLife.class, () -> life);
        context.registerBean("journal", Journal.class, () -> notes);
        context.registerBean("notes", RareNotes.class, () -> new RareNotes(notes, clock));
        context.registerBean("http", OutboundHttp.class, () -> http);
        context.registerBean("standstills", Standstills.class, () -> new Standstills(suspensions, clock));
        context.registerBean("record", LivingConnections.class, () -> this);
        context.registerBean("health", KmfHealth.class, () -> mock());
        context.registerBean(HeartbeatSettings.class, () -> new HeartbeatSettings(PAUSE, 100, Duration.ofSeconds(2)));
        context.addApplicationListener(this::hear);
        context.register(Beans.class);
        context.refresh();
    }

    static DataSource database(String name) {
        DataSource database = KmfContext.emptyDatabase(name);
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V40__exchange.sql"),
                        new ClassPathResource("db/migration/V50__consumer_registration.sql"),
                        new ClassPathResource("db/migration/V60__consumer.sql"),
                        new ClassPathResource("db/migration/V125__heartbeat.sql"),
                        new ClassPathResource("db/migration/V130__connection_key_sets.sql"),
                        new ClassPathResource("db/migration/V141__exchange_messages.sql"))
                .execute(database);
        return database;
    }

    String url() {
        return "https://" + side.name().toLowerCase(Locale.ROOT) + ".example.com";
    }

    String number() {
        return side == ConnectionSide.PROVIDER ? "CCN0001001" : "PCN0001001";
    }

    Party party() {
        return new Party(url(), get(InstanceKeys.class).signaturePublicKey());
    }

    void connect(Parties pinned, String first) {
        parties = pinned;
        keyId = first;
    }

    void end() {
        living = false;
    }

    private void hear(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> told
                && told.getPayload() instanceof PeerRecordDoubted doubted) {
            doubts.add(doubted.subject());
        }
    }

    /** Sends heartbeats from now on, as everything else under the keys in use. */
    void follow() {
        get(Heartbeats.class)
                .follow(new FollowedConnection(
                        number(), side, REGISTRATION, keyId, connection().peer().url()));
    }

    /** Everything as it is now; running it later restores that. */
    Runnable backUp() {
        String saved = keyId;
        List<String> script =
                get(JdbcClient.class).sql("script").query(String.class).list();
        return () -> {
            JdbcClient jdbc = get(JdbcClient.class);
            jdbc.sql("drop all objects").update();
            script.forEach(statement -> jdbc.sql(statement).update());
            keyId = saved;
        };
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    ModuleKeys keys() {
        return get(ModuleKeys.class);
    }

    /** Asks without a transaction and records in one, as a job does. */
    <T> T step(Supplier<Recording<T>> asking) {
        Recording<T> recording = asking.get();
        return inTransaction(recording::record);
    }

    <T> T inTransaction(Supplier<T> step) {
        return new TransactionTemplate(get(PlatformTransactionManager.class)).execute(status -> step.get());
    }

    /** The answer of the other side to each call. */
    void calls(Map<String, UnaryOperator<byte[]>> endpoints) {
        doAnswer(call -> endpoints.get(call.<URI>getArgument(0).getPath()).apply(call.getArgument(2)))
                .when(http)
                .post(any(), anyString(), any(), any());
        doAnswer(call -> endpoints.get(call.<URI>getArgument(0).getPath()).apply(call.getArgument(2)))
                .when(http)
                .postAnew(any(), anyString(), any(), any());
    }

    String keyId() {
        return keyId;
    }

    LivingConnection connection() {
        return find(number()).orElseThrow();
    }

    @Override
    public ConnectionSide side() {
        return side;
    }

    @Override
    public Optional<LivingConnection> find(String number) {
        LivingConnection found = new LivingConnection(
                number(),
                side == ConnectionSide.PROVIDER ? REGISTRATION : number(),
                side,
                keyId,
                parties,
                URI.create("https://" + (side == ConnectionSide.PROVIDER ? "consumer" : "provider")
                        + ".example.com/sx/v1/probes"));
        return Optional.of(found).filter(connection -> living && number.equals(number()));
    }

    @Override
    public Optional<LivingConnection> ofSubject(String number) {
        return Optional.of(connection()).filter(found -> found.subject().equals(number));
    }

    @Override
    public Optional<LivingConnection> lock(String number) {
        return find(number);
    }

    @Override
    public Optional<LivingConnection> ofRegistration(String registration, String provider) {
        return find(number())
                .filter(found -> registration.equals(REGISTRATION)
                        && provider.equals(parties.provider().thumbprint()));
    }

    @Override
    public Optional<LivingConnection> ofKey(String id) {
        return find(number()).filter(found -> found.keyId().equals(id));
    }

    @Override
    public Map<String, Long> versions(List<String> subjects) {
        return Map.of();
    }

    @Override
    public List<String> before(String number, int limit) {
        return List.of();
    }

    @Override
    public void rotationRefused(String number) {
        refused++;
    }

    @Override
    public void keysRotated(String number, String newer) {
        keyId = newer;
        follow();
    }

    @Override
    public long changed(String number) {
        return 0;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as configuration, so that the application's component scan ignores it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({ProtectedTables.class, RefusedRecords.class, ConnectionLookup.class})
    @ComponentScan(
            basePackages = {
                "org.serviceexchange.kmf",
                "org.serviceexchange.protocol",
                "org.serviceexchange.connection.rotation",
                "org.serviceexchange.connection.heartbeat"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "org\\.serviceexchange\\.kmf\\.(engine|web|health|readiness)\\..*",
                                "org\\.serviceexchange\\.protocol\\.(web|outbound)\\..*",
                                "org\\.serviceexchange\\.connection\\.rotation\\.(engine|web)\\..*",
                                "org\\.serviceexchange\\.connection\\.heartbeat\\.web\\..*",
                                ".*HeartbeatSchedule",
                                ".*Test.*",
                            }))
    static class Beans {

        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }
    }
}
