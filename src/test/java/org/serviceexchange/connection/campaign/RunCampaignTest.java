package org.serviceexchange.connection.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.campaign.Campaign.State;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.rotation.RequestRotation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** Campaigns over a few connections of both sides, whose keys change when the other side answers. */
class RunCampaignTest {

    private final MovableClock clock = MovableClock.standing();
    private final MemoryCampaigns campaigns = new MemoryCampaigns();
    private final Map<String, String> keys = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private final ConnectionLookup connections = mock();
    private final RequestRotation requestRotation = mock();
    private final TransactionTemplate transaction = mock();

    @BeforeEach
    void connections() {
        for (int number = 1; number <= 6; number++) {
            keys.put("CCN000100" + number, "old");
        }
        keys.put("PCN0001001", "old");
        when(connections.find(anyString())).thenAnswer(call -> found(call.getArgument(0)));
        when(connections.lock(anyString())).thenAnswer(call -> found(call.getArgument(0)));
        when(connections.before(any(), anyString(), anyInt()))
                .thenAnswer(call -> keys.keySet().stream()
                        .filter(number -> number.startsWith(call.getArgument(0) == ConnectionSide.PROVIDER ? "C" : "P"))
                        .filter(number -> number.compareTo(call.getArgument(1)) < 0)
                        .sorted(Comparator.reverseOrder())
                        .limit(call.<Integer>getArgument(2))
                        .toList());
        when(requestRotation.request(anyString(), eq("ada"))).thenAnswer(call -> asked.add(call.getArgument(0)));
        when(transaction.execute(any()))
                .thenAnswer(call -> call.<TransactionCallback<?>>getArgument(0).doInTransaction(mock()));
        doAnswer(call -> {
                    MemoryCampaigns.Saved before = campaigns.saved();
                    try {
                        call.<Consumer<TransactionStatus>>getArgument(0).accept(mock());
                    } catch (RuntimeException rolledBack) {
                        campaigns.restore(before);
                        throw rolledBack;
                    }
                    return null;
                })
                .when(transaction)
                .executeWithoutResult(any());
    }

    private Optional<LivingConnection> found(String number) {
        boolean provider = number.startsWith("C");
        Parties parties = mock();
        return Optional.ofNullable(keys.get(number))
                .map(key -> new LivingConnection(
                        number,
                        provider ? "REG" + number.substring(3) : number,
                        provider ? ConnectionSide.PROVIDER : ConnectionSide.CONSUMER,
                        key,
                        parties,
                        URI.create("https://peer.example.com")));
    }

    @Test
    void asksTheOthersOnlyAfterTheFirstOnesHaveNewKeys() {
        start(2, 60, 3);
        step();
        step();
        assertThat(asked).as("the canaries, once").containsExactly("CCN0001006", "CCN0001005");
        keys.put("CCN0001006", "new");
        step();
        clock.move(Duration.ofMinutes(30));
        step();
        assertThat(asked).as("one canary is missing").hasSize(2);

        keys.put("CCN0001005", "new");
        step();
        assertThat(asked).hasSize(2);
        clock.move(Duration.ofMinutes(2));
        step();
        assertThat(asked).as("sixty per hour").hasSize(4).endsWith("CCN0001004", "CCN0001003");
    }

    @Test
    void goesOnAfterARestartUntilAllHaveNewKeys() {
        start(1, 120, 3);
        for (int minute = 0; minute < 10; minute++) {
            step();
            asked.forEach(number -> keys.put(number, "new"));
            clock.move(Duration.ofMinutes(1));
        }
        assertThat(asked)
                .containsExactly(
                        "CCN0001006",
                        "CCN0001005",
                        "CCN0001004",
                        "CCN0001003",
                        "CCN0001002",
                        "CCN0001001",
                        "PCN0001001");
        assertThat(campaigns.last().orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(campaigns.counts(clock.instant())).isEqualTo(new Campaigns.Counts(7, 7, 0));
        assertThat(campaigns.waiting(9)).isEmpty();
    }

    @Test
    void stopsByItselfAfterTooManyFailures() {
        start(3, 60, 2);
        step();
        keys.put("CCN0001006", "new");
        clock.move(Duration.ofMinutes(61));
        step();
        assertThat(campaigns.last().orElseThrow().state()).isEqualTo(State.FAILED);
        assertThat(campaigns.waiting(9))
                .extracting(Campaigns.Asked::connection)
                .as("who still uses the old keys")
                .containsExactly("CCN0001004", "CCN0001005");
        clock.move(Duration.ofDays(1));
        step();
        assertThat(asked).hasSize(3);
    }

    @Test
    void aPersonStopsItAndStartsAnother() {
        start(1, 60, 3);
        step();
        assertThat(running().start("ada", plan(1, 60, 3))).as("one at a time").isFalse();
        assertThat(running().stop()).isTrue();
        assertThat(running().stop()).isFalse();
        keys.put("CCN0001006", "new");
        clock.move(Duration.ofHours(1));
        step();
        step();
        assertThat(asked).containsExactly("CCN0001006");

        start(1, 60, 3);
        assertThat(campaigns.waiting(9)).as("the connections of the one before").isEmpty();
    }

    @Test
    void leavesOutWhoCannotBeAsked() {
        when(requestRotation.request(eq("CCN0001005"), anyString()))
                .thenThrow(new Problem(ProblemCode.CONNECTION_SUSPENDED, "CCN0001005", clock.instant(), "ours"));
        start(2, 3600, 3);
        step();
        step();
        assertThat(asked).as("another canary instead").containsExactly("CCN0001006", "CCN0001004");
        assertThat(campaigns.last().orElseThrow().leftOut()).isEqualTo(1);
    }

    @Test
    void asksTheChosenOnesOnly() {
        running().start("ada", new CampaignPlan(9, 60, 3, List.of("CCN0001002", "PCN0001001", "CCN0009999")));
        step();
        step();
        assertThat(asked).containsExactly("CCN0001002", "PCN0001001");
        asked.forEach(number -> keys.put(number, "new"));
        step();
        assertThat(campaigns.last().orElseThrow().state()).isEqualTo(State.DONE);
    }

    @Test
    void forgetsConnectionsThatAreOver() {
        start(1, 60, 1);
        step();
        keys.remove("CCN0001006");
        clock.move(Duration.ofHours(2));
        step();
        assertThat(campaigns.last().orElseThrow().state()).isEqualTo(State.RUNNING);
        step();
        assertThat(asked).as("another canary instead").containsExactly("CCN0001006", "CCN0001005");
    }

    @Test
    void nobodyIsAskedForACampaignThatWasStoppedDuringAStep() {
        when(requestRotation.request(eq("CCN0001006"), anyString())).thenAnswer(call -> {
            running().stop();
            clock.move(Duration.ofMinutes(1));
            start(2, 60, 3);
            return asked.add(call.getArgument(0));
        });
        start(3, 60, 3);
        step();
        assertThat(asked).containsExactly("CCN0001006");
        assertThat(campaigns.last().orElseThrow().reached(ConnectionSide.PROVIDER))
                .as("the new one is at its beginning")
                .isGreaterThan("CCN0001006");
    }

    @Test
    void alteredRecordsHideNobody() {
        when(connections.before(any(), anyString(), anyInt())).thenAnswer(call -> {
            List<String> page = keys.keySet().stream()
                    .filter(number -> number.startsWith(call.getArgument(0) == ConnectionSide.PROVIDER ? "C" : "P"))
                    .filter(number -> number.compareTo(call.getArgument(1)) < 0)
                    .sorted(Comparator.reverseOrder())
                    .limit(call.<Integer>getArgument(2))
                    .toList();
            return page.stream().filter(number -> !number.equals("CCN0001005")).toList();
        });
        start(2, 60, 3);
        step();
        assertThat(asked).containsExactly("CCN0001006", "CCN0001004");
        Campaign campaign = campaigns.last().orElseThrow();
        assertThat(campaign.reached(ConnectionSide.PROVIDER)).isEqualTo("CCN0001004");
    }

    @Test
    void anAlteredRecordDoesNotHinderTheOthers() {
        List<String> chosen = List.of("CCN0001004", "CCN0001003", "CCN0001002");
        running().start("ada", new CampaignPlan(1, 60, 3, chosen));
        when(connections.find("CCN0001003")).thenThrow(altered());
        step();
        assertThat(asked).containsExactly("CCN0001004");
        when(connections.find("CCN0001004")).thenThrow(altered());
        step();
        clock.move(Duration.ofMinutes(61));
        step();
        assertThat(campaigns.last().orElseThrow().state()).isEqualTo(State.FAILED);
    }

    private static Problem altered() {
        return new Problem(ProblemCode.RECORD_ALTERED, "provider_connection", "1");
    }

    @Test
    void oneCanaryWithoutNewKeysStopsIt() {
        start(2, 60, 3);
        step();
        keys.put("CCN0001006", "new");
        clock.move(Duration.ofMinutes(61));
        step();
        assertThat(campaigns.last().orElseThrow().state()).isEqualTo(State.FAILED);
        assertThat(asked).hasSize(2);
    }

    private void start(int canaries, int perHour, int stopAfter) {
        assertThat(running().start("ada", plan(canaries, perHour, stopAfter))).isTrue();
    }

    private static CampaignPlan plan(int canaries, int perHour, int stopAfter) {
        return new CampaignPlan(canaries, perHour, stopAfter, List.of());
    }

    private void step() {
        running().step();
    }

    /** As after a restart. */
    private RunCampaign running() {
        return new RunCampaign(campaigns, connections, requestRotation, transaction, clock);
    }
}
