package org.serviceexchange.connection.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.lineage.BeatVerdict;
import org.serviceexchange.connection.suspension.KeptSuspension;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What two sides of one connection learn of each other by heartbeats, with restores, copies and silence. */
class HeartbeatsBetweenTwoSidesTest {

    private static final String KEY_ID = "AAAAAAAAAAAAAAAAAAAAAA";
    private static final FollowedConnection AT_PROVIDER = new FollowedConnection(
            "CCN0001001", ConnectionSide.PROVIDER, "REG0001001", KEY_ID, "https://consumer.example.com");
    private static final FollowedConnection AT_CONSUMER = new FollowedConnection(
            "PCN0001001", ConnectionSide.CONSUMER, "REG0001001", KEY_ID, "https://provider.example.com");

    private final MovableClock clock = MovableClock.standing();
    private TestSide provider;
    private TestSide consumer;
    private final List<TestSide> others = new ArrayList<>();

    @BeforeEach
    void connect() {
        provider = new TestSide(AT_PROVIDER, clock);
        consumer = new TestSide(AT_CONSUMER, clock);
        provider.network = consumer::answer;
        consumer.network = provider::answer;
        provider.get(Heartbeats.class).follow(AT_PROVIDER);
        consumer.get(Heartbeats.class).follow(AT_CONSUMER);
        clock.move(Duration.ofSeconds(30));
    }

    @AfterEach
    void close() {
        provider.close();
        consumer.close();
        others.forEach(TestSide::close);
    }

    private void pause() {
        clock.move(TestSide.PAUSE);
    }

    @ParameterizedTest
    @CsvSource({"SUSPENDED", "MAINTENANCE"})
    void aRestAlarmsNobodyAndHeartbeatsGoOn(Suspension.Kind kind) {
        consumer.sendDue();
        Instant now = clock.instant();
        FollowedConnection connection = consumer.connection;
        consumer.suspensions.save(new KeptSuspension(
                connection.module(),
                false,
                connection.subject(),
                new Suspension(kind, now.plusSeconds(60), now.plus(Duration.ofHours(3)), "New disks"),
                now,
                0,
                now));
        assertThat(consumer.state()).as("it has not begun").isEqualTo(LineState.UP);
        clock.move(Duration.ofHours(2));
        assertThat(consumer.state()).isEqualTo(LineState.valueOf(kind.name()));
        assertThat(consumer.sendDue()).isEqualTo(1);
        assertThat(consumer.state()).isEqualTo(LineState.valueOf(kind.name()));

        clock.move(Duration.ofMinutes(61));
        assertThat(consumer.state()).as("time for a heartbeat").isEqualTo(LineState.UP);
        clock.move(TestSide.PAUSE.multipliedBy(3));
        assertThat(consumer.state()).isEqualTo(LineState.DOWN);
    }

    @Test
    void provesOneDirectionWithoutTouchingTheOther() {
        assertThat(consumer.state()).isEqualTo(LineState.NEVER_SEEN);
        assertThat(consumer.sendDue()).isEqualTo(1);

        assertThat(consumer.state()).isEqualTo(LineState.UP);
        assertThat(consumer.row().sent().provedAt()).isEqualTo(clock.instant());
        assertThat(consumer.row().heard().at()).isNull();
        assertThat(provider.row().heard().at()).isEqualTo(clock.instant());
        assertThat(provider.row().sent().provedAt())
                .as("nothing of its own was answered")
                .isNull();
        assertThat(provider.state()).isEqualTo(LineState.NEVER_SEEN);

        assertThat(provider.sendDue()).isEqualTo(1);
        assertThat(provider.state()).isEqualTo(LineState.UP);
        assertThat(consumer.row().heard().at()).isEqualTo(clock.instant());
        assertThat(consumer.sendDue()).as("sent before").isZero();
    }

    /** A consumer that was restored from a time before the connection; nothing else would tell the provider within the day. */
    @Test
    void asksForTheStateOfAPeerThatKnowsNothingOfTheConnection() {
        provider.network = message -> {
            throw new PeerProblem(400, ProblemCode.EXCHANGE_FAILED.code(), List.of(), false, "", null);
        };
        assertThat(provider.sendDue()).isEqualTo(1);
        assertThat(provider.news).containsExactly("REG0001001");

        clock.move(Duration.ofDays(1));
        provider.network = message -> {
            throw new IllegalStateException("nobody is there");
        };
        provider.sendDue();
        assertThat(provider.news).as("silence says nothing").hasSize(1);
    }

    @Test
    void answersTheSameBytesAlikeAndOlderOnesWithoutEffect() {
        consumer.sendDue();
        byte[] first = consumer.sent.get(0);
        byte[] answer = provider.answer(first);
        assertThat(provider.answer(first)).isEqualTo(answer);
        pause();
        consumer.sendDue();
        HeartbeatRow before = provider.row();

        BeatAnswer said = messages(consumer)
                .openAnswer(MessageType.HEARTBEAT_ANSWER, provider.answer(first), first, BeatAnswer.class);

        assertThat(said.verdict()).isEqualTo(BeatVerdict.BEHIND);
        assertThat(said.highest()).isEqualTo(2);
        assertThat(provider.row().heard().view()).isEqualTo(before.heard().view());
        assertThat(provider.row().heard().at()).isEqualTo(before.heard().at());
    }

    @Test
    void tellsARestoredDatabaseFromACopyWithoutAnyAlarm() {
        consumer.sendDue();
        consumer.backUp();
        beats(3);
        consumer.restore(consumer);
        beats(4);

        assertThat(provider.journal)
                .containsExactly(
                        "REG0001001: The database of the other side was restored from a backup. The instance at its"
                                + " address has confirmed this; heartbeats go on.");
        assertThat(consumer.journal)
                .containsExactly(
                        "PCN0001001: The other side has seen later heartbeats of this instance than this database"
                                + " knows: the database was set back, for example restored from a backup. Heartbeats go on as"
                                + " incarnation 2.");
        assertThat(consumer.news).as("what was missed is asked for").containsExactly("PCN0001001");
        assertThat(provider.row().heard().view().incarnation())
                .hasValue(consumer.row().line().incarnation());
        assertThat(provider.row().heard().at()).isEqualTo(clock.instant());
        assertThat(consumer.state()).isEqualTo(LineState.UP);
    }

    @Test
    void stopsACopyElsewhereWhileTheOriginalGoesOn() {
        beats(2);
        TestSide copy = copyOfTheConsumer();
        for (int i = 0; i < 8; i++) {
            copy.sendDue();
            beats(1);
        }

        assertThat(copy.state()).isEqualTo(LineState.STOPPED);
        assertThat(copy.journal)
                .last()
                .asString()
                .startsWith("PCN0001001: The other side found out that this database is");
        assertThat(provider.journal)
                .anyMatch(note -> note.startsWith("REG0001001: A copy of the other side's database"));
        assertThat(consumer.state()).isEqualTo(LineState.UP);
        assertThat(provider.row().heard().view().incarnation())
                .hasValue(consumer.row().line().incarnation());
        assertThat(provider.state()).isEqualTo(LineState.UP);

        int sent = copy.sent.size();
        clock.move(Duration.ofDays(2));
        assertThat(copy.sendDue()).isZero();
        assertThat(copy.sent).hasSize(sent);
    }

    @Test
    void letsAPersonDecideThatTheCopyIsTheRightOne() {
        beats(2);
        TestSide copy = copyOfTheConsumer();
        for (int i = 0; i < 8; i++) {
            copy.sendDue();
            beats(1);
        }
        provider.network = copy::answer;
        copy.get(Heartbeats.class).goOn("PCN0001001", "abel.tuter");
        for (int i = 0; i < 4; i++) {
            copy.sendDue();
            provider.sendDue();
            pause();
        }

        assertThat(copy.journal).last().isEqualTo("PCN0001001: Heartbeats go on.");
        assertThat(provider.row().heard().view().incarnation())
                .hasValue(copy.row().line().incarnation());
    }

    @Test
    void shutsTwoDatabasesBehindOneAddressUntilAPersonDecides() {
        beats(2);
        TestSide second = copyOfTheConsumer();
        AtomicInteger turn = new AtomicInteger();
        provider.network = message -> (turn.getAndIncrement() % 2 == 0 ? consumer : second).answer(message);
        for (int i = 0; i < 8; i++) {
            second.sendDue();
            beats(1);
        }
        assertThat(provider.state()).isEqualTo(LineState.QUARANTINED);
        assertThat(provider.journal)
                .last()
                .isEqualTo(
                        "REG0001001: Two databases answer at the other side's address. Ask its admins, and let heartbeats go"
                                + " on when only one is left.");

        provider.network = consumer::answer;
        provider.get(Heartbeats.class).goOn("REG0001001", "abel.tuter");
        beats(3);
        assertThat(provider.state()).isEqualTo(LineState.UP);
        assertThat(provider.row().heard().view().incarnation())
                .hasValue(consumer.row().line().incarnation());
    }

    @Test
    void changesNothingWhileNobodySaysWhoHeIs() {
        beats(1);
        consumer.backUp();
        beats(2);
        consumer.restore(consumer);
        provider.network = message -> {
            throw new Problem(ProblemCode.PEER_UNREACHABLE, "consumer.example.com");
        };
        beats(4);

        assertThat(provider.journal).isEmpty();
        assertThat(provider.row().heard().view().incarnation().orElseThrow().number())
                .isEqualTo(1);
        assertThat(consumer.row().line().incarnation().number()).isEqualTo(2);
    }

    @Test
    void triesLessAndLessOftenUntilThePeerIsHeard() {
        provider.network = message -> {
            throw new Problem(ProblemCode.PEER_UNREACHABLE, "consumer.example.com");
        };
        int tried = 0;
        for (int minute = 0; minute < 3 * 24 * 60; minute++) {
            tried += provider.sendDue();
            clock.move(Duration.ofMinutes(1));
        }
        assertThat(tried).isBetween(10, 16);
        assertThat(provider.state()).isEqualTo(LineState.NEVER_SEEN);
        assertThat(provider.row().sent().failure()).isEqualTo("SX-5002");
        assertThat(provider.row().sent().nextAt()).isBefore(clock.instant().plus(Duration.ofDays(1)));

        provider.network = consumer::answer;
        consumer.sendDue();
        assertThat(provider.sendDue())
                .as("at once, not at the next time that was due")
                .isEqualTo(1);
        assertThat(provider.state()).isEqualTo(LineState.UP);
        assertThat(provider.row().sent().failures()).isZero();

        provider.network = message -> {
            throw new Problem(ProblemCode.PEER_UNREACHABLE, "consumer.example.com");
        };
        clock.move(Duration.ofMinutes(13));
        assertThat(provider.state()).isEqualTo(LineState.DOWN);
    }

    @Test
    void endsWithTheConnectionAndFollowsItsKey() {
        beats(1);
        consumer.network = message -> {
            throw new Problem(ProblemCode.EXCHANGE_FAILED);
        };
        FollowedConnection rotated = new FollowedConnection(
                "PCN0001001", ConnectionSide.CONSUMER, "REG0001001", "BBBB", "https://moved.example.com");
        consumer.live = Optional.of(rotated);
        pause();
        consumer.sendDue();
        assertThat(consumer.row().connection()).isEqualTo(rotated);

        consumer.live = Optional.empty();
        pause();
        consumer.sendDue();
        assertThat(consumer.get(HeartbeatRows.class).count()).isZero();
    }

    @Test
    void saysWhenTheRecordOfTheOtherSideChanged() {
        consumer.versions.put("PCN0001001", 4L);
        beats(2);
        assertThat(provider.news).isEmpty();
        consumer.versions.put("PCN0001001", 5L);
        beats(2);
        assertThat(provider.news).containsExactly("REG0001001");
        assertThat(provider.row().heard().version()).isEqualTo(5);
    }

    @Test
    void answersUnderKeysThatAreOpenBesideThoseInUse() {
        String next = "CCCCCCCCCCCCCCCCCCCCCC";
        provider.openKeys.put(next, "CCN0001001");
        consumer.get(Heartbeats.class).follow(AT_CONSUMER.under(next));
        consumer.sendDue();

        assertThat(consumer.state()).isEqualTo(LineState.UP);
        assertThat(provider.row().heard().at()).isEqualTo(clock.instant());
        assertThat(provider.row().connection().keyId())
                .as("its own keys in use")
                .isEqualTo(KEY_ID);
    }

    @Test
    void takesUpAConnectionOfWhichThereIsNoRow() {
        provider.get(HeartbeatRows.class).remove("CCN0001001");
        consumer.sendDue();

        assertThat(provider.row().connection()).isEqualTo(AT_PROVIDER);
        assertThat(provider.row().heard().at()).isEqualTo(clock.instant());
    }

    @Guarantee(
            of = AnswerHeartbeat.class,
            says =
                    "Who does not hold the keys of a connection gets the same refusal whether the connection exists or not, and"
                            + " leaves nothing in the database.")
    @Guarantee(
            of = BeatMessages.class,
            says =
                    "A message opens only as what it is: its type, connection, key id and direction, and in an answer the"
                            + " request, are authenticated.")
    @Test
    void refusesStrangersAlikeAndKeepsNothingOfThem() {
        consumer.sendDue();
        String message = new String(consumer.sent.get(0), StandardCharsets.UTF_8);
        consumer.seals.destroy("PCN0001001");
        for (ConnectionSide side : ConnectionSide.values()) {
            consumer.seals.with("PCN0001001", side.sends(), new byte[] {9, 9, 9});
        }
        pause();
        List<Map<String, Object>> before = all(provider.jdbc());

        refused(message.replace(KEY_ID, "BBBBBBBBBBBBBBBBBBBBBB"));
        refused(message.replace("\"sealed\":\"", "\"sealed\":\"AAAA"));
        refused(message.replace("v2.heartbeat+json", "v2.identity+json"));
        refused(new String(provider.sent.isEmpty() ? ownOf(provider) : provider.sent.get(0), StandardCharsets.UTF_8));
        assertThat(all(provider.jdbc())).isEqualTo(before);
        provider.get(HeartbeatRows.class).remove("CCN0001001");
        refused(message.replace("\"sealed\":\"", "\"sealed\":\"AAAA"));
        assertThat(all(provider.jdbc())).isEmpty();
    }

    /** A heartbeat of the provider itself, sent back to it. */
    private byte[] ownOf(TestSide side) {
        return messages(side).write(MessageType.HEARTBEAT, BeatMessages.NOTHING, new IdentityQuestion(new byte[32]));
    }

    private void refused(String message) {
        assertThatThrownBy(() -> provider.answer(message.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.EXCHANGE_FAILED);
                    assertThat(problem.finding().arguments()).isEmpty();
                });
    }

    private static List<Map<String, Object>> all(JdbcClient jdbc) {
        return jdbc.sql("select module, counter, heard_at, peer_counter, next_at from heartbeat")
                .query()
                .listOfRows();
    }

    private static BeatMessages messages(TestSide side) {
        return new BeatMessages(side.connection, side.seals);
    }

    private void beats(int rounds) {
        for (int round = 0; round < rounds; round++) {
            consumer.sendDue();
            provider.sendDue();
            pause();
            consumer.sendDue();
            provider.sendDue();
        }
    }

    private TestSide copyOfTheConsumer() {
        TestSide copy = new TestSide(AT_CONSUMER, clock);
        copy.network = provider::answer;
        consumer.backUp();
        copy.restore(consumer);
        others.add(copy);
        return copy;
    }
}
