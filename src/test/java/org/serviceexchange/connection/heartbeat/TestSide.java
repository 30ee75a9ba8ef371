package org.serviceexchange.connection.heartbeat;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.mockito.invocation.InvocationOnMock;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.LivingConnections;
import org.serviceexchange.connection.life.OpenKeyIds;
import org.serviceexchange.connection.suspension.MemorySuspensions;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.MessageSeals;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The heartbeats of one side with a database of its own; what it sends goes through a function instead of the network. */
final class TestSide implements AutoCloseable {

    static final Duration PAUSE = Duration.ofMinutes(5);

    /** What a call becomes: the answer of the other side, or an exception. */
    UnaryOperator<byte[]> network = message -> {
        throw new IllegalStateException("nobody is there");
    };

    final TestMessageSeals seals = new TestMessageSeals();
    final List<String> journal = Collections.synchronizedList(new ArrayList<>());
    final List<String> news = Collections.synchronizedList(new ArrayList<>());
    final List<byte[]> sent = Collections.synchronizedList(new ArrayList<>());
    final Map<String, Long> versions = new HashMap<>();
    final Map<String, String> openKeys = new HashMap<>();
    final MemorySuspensions suspensions = new MemorySuspensions();
    final FollowedConnection connection;
    Optional<FollowedConnection> live;
    private final DataSource database;
    private final AnnotationConfigApplicationContext context;

    TestSide(FollowedConnection connection, Clock clock) {
        this.connection = connection;
        this.live = Optional.of(connection);
        this.database = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V50__consumer_registration.sql"),
                        new ClassPathResource("db/migration/V60__consumer.sql"),
                        new ClassPathResource("db/migration/V125__heartbeat.sql"))
                .execute(database);
        for (ConnectionSide side : ConnectionSide.values()) {
            byte[] key = new byte[32];
            key[0] = (byte) (side == ConnectionSide.PROVIDER ? 0 : 1);
            seals.with(connection.module(), side.sends(), key);
        }
        context = start(clock);
    }

    private AnnotationConfigApplicationContext start(Clock clock) {
        AnnotationConfigApplicationContext started = new AnnotationConfigApplicationContext();
        started.registerBean(DataSource.class, () -> database);
        started.registerBean(Clock.class, () -> clock);
        started.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        started.registerBean(MessageSeals.class, () -> seals);
        started.registerBean(RandomSecrets.class);
        started.registerBean(Standstills.class, () -> new Standstills(suspensions, clock));
        started.registerBean(Journal.class, this::journal);
        started.registerBean(OutboundHttp.class, this::http);
        started.addApplicationListener(this::hear);
        started.registerBean(LivingConnections.class, Known::new);
        started.registerBean(ConnectionLookup.class);
        started.registerBean(OpenKeyIds.class, () -> keyId -> Optional.ofNullable(openKeys.get(keyId)));
        started.registerBean(HeartbeatSettings.class, () -> new HeartbeatSettings(PAUSE, 100, Duration.ofSeconds(2)));
        started.register(Beats.class);
        started.refresh();
        return started;
    }

    private void hear(ApplicationEvent event) {
        if (event instanceof PayloadApplicationEvent<?> told
                && told.getPayload() instanceof PeerRecordDoubted doubted) {
            news.add(doubted.subject());
        }
    }

    private Journal journal() {
        Journal notes = mock();
        doAnswer(this::note).when(notes).workNote(anyString(), anyString(), any(LocalizedMessage.class));
        doAnswer(this::note).when(notes).workNote(anyString(), any(Author.class), any(LocalizedMessage.class));
        doAnswer(this::note).when(notes).comment(anyString(), any(Author.class), any(LocalizedMessage.class));
        return notes;
    }

    private Object note(InvocationOnMock call) {
        return journal.add(call.getArgument(0) + ": "
                + call.<LocalizedMessage>getArgument(2).inDefault());
    }

    private OutboundHttp http() {
        OutboundHttp http = mock();
        when(http.post(any(URI.class), anyString(), any(), any())).thenAnswer(this::call);
        when(http.postAnew(any(URI.class), anyString(), any(), any())).thenAnswer(this::call);
        return http;
    }

    private byte[] call(InvocationOnMock call) {
        byte[] message = call.getArgument(2);
        sent.add(message);
        return network.apply(message);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    byte[] answer(byte[] message) {
        return get(AnswerHeartbeat.class).answer(message);
    }

    int sendDue() {
        return get(HeartbeatBatches.class).sendDue();
    }

    HeartbeatRow row() {
        return get(HeartbeatRows.class).find(connection.module()).orElseThrow();
    }

    LineState state() {
        return get(Heartbeats.class).of(connection.subject()).orElseThrow().state();
    }

    JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    void backUp() {
        jdbc().sql("drop table if exists backup").update();
        jdbc().sql("create table backup as select * from heartbeat").update();
    }

    /** The backup of this side, or of another one. */
    void restore(TestSide from) {
        List<Map<String, Object>> rows =
                from.jdbc().sql("select * from backup").query().listOfRows();
        jdbc().sql("delete from heartbeat").update();
        for (Map<String, Object> row : rows) {
            jdbc().sql("insert into heartbeat (" + String.join(", ", row.keySet()) + ") values (:"
                            + String.join(", :", row.keySet()) + ")")
                    .params(row)
                    .update();
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private static LivingConnection living(FollowedConnection followed) {
        boolean provider = followed.side() == ConnectionSide.PROVIDER;
        Party own = new Party("https://own.example.com", new byte[] {1});
        Party peer = new Party(followed.address(), new byte[] {2});
        return new LivingConnection(
                followed.module(),
                followed.subject(),
                followed.side(),
                followed.keyId(),
                new Parties(followed.registration(), provider ? own : peer, provider ? peer : own, new byte[] {3}),
                URI.create(followed.address() + ProtocolPaths.PROBES));
    }

    /** What the record of the connection says. */
    private final class Known implements LivingConnections {

        @Override
        public ConnectionSide side() {
            return connection.side();
        }

        @Override
        public Optional<LivingConnection> find(String number) {
            return live.filter(known -> known.module().equals(number)).map(TestSide::living);
        }

        @Override
        public Optional<LivingConnection> ofSubject(String number) {
            return live.filter(known -> known.subject().equals(number)).map(TestSide::living);
        }

        @Override
        public Optional<LivingConnection> lock(String number) {
            return find(number);
        }

        @Override
        public Optional<LivingConnection> ofRegistration(String registration, String provider) {
            return live.filter(known -> known.registration().equals(registration))
                    .map(TestSide::living);
        }

        @Override
        public Optional<LivingConnection> ofKey(String keyId) {
            return live.filter(known -> known.keyId().equals(keyId)).map(TestSide::living);
        }

        @Override
        public Map<String, Long> versions(List<String> subjects) {
            return versions;
        }

        @Override
        public List<String> before(String number, int limit) {
            return List.of();
        }

        @Override
        public void keysRotated(String number, String keyId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long changed(String number) {
            throw new UnsupportedOperationException();
        }
    }

    /** Not annotated as configuration, so that no other scan finds it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = "org.serviceexchange.connection.heartbeat",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {".*\\.web\\..*", ".*HeartbeatSchedule"}))
    static class Beats {

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
