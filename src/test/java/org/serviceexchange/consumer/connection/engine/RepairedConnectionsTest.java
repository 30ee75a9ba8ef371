package org.serviceexchange.consumer.connection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.serviceexchange.consumer.TestConnections.NUMBER;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.connection.repair.RepairAct;
import org.serviceexchange.connection.repair.RepairCase;
import org.serviceexchange.connection.repair.RepairOffer;
import org.serviceexchange.connection.repair.RepairStep;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.repair.RepairConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.handshake.AnsweredExchange;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** What can be done with a connection at each step of the real process, and that it reaches an end afterwards. */
class RepairedConnectionsTest {

    private ConnectionEngine engine;
    private RepairCase repair;

    /** A step at which a connection can stand, and which acts are possible there beside undoing it. */
    @SuppressWarnings("ImmutableEnumChecker") // nothing changes them
    enum Stand {
        CHECKS(ConnectionElements.CHECK_PREREQUISITES),
        COMPANY(ConnectionElements.CONNECT_TO_PROVIDER),
        CLAIM(ConnectionElements.CLAIM_REGISTRATION, RepairAct.RETRY),
        LOGIN(ConnectionElements.AUTHENTICATE_AT_PROVIDER),
        EXCHANGE(ConnectionElements.EXCHANGE_KEYS, RepairAct.RETRY, RepairAct.BACK),
        ACTIVATE(ConnectionElements.ACTIVATE_CONNECTION, RepairAct.RETRY);

        private final String step;
        private final Set<RepairAct> possible = EnumSet.of(RepairAct.UNDO);

        Stand(String step, RepairAct... possible) {
            this.step = step;
            this.possible.addAll(List.of(possible));
        }
    }

    @BeforeEach
    void start() {
        engine = new ConnectionEngine();
        Journal journal = mock();
        repair = new RepairCase(
                List.of(new RepairConnection(
                        engine.world.connections, engine.process, engine.world.requestCancellation, engine.diagram)),
                journal);
    }

    @AfterEach
    void stop() {
        engine.deleteAll();
    }

    @ParameterizedTest
    @EnumSource
    void offersOnlyWhatTheRecordAllowsAndSaysWhyNotElse(Stand stand) {
        reach(stand);
        RepairStep step = repair.steps(ConnectionSide.CONSUMER, NUMBER, Locale.ENGLISH).stream()
                .filter(one -> one.id().equals(stand.step))
                .findFirst()
                .orElseThrow();
        assertThat(step.offers().stream()
                        .filter(RepairOffer::possible)
                        .map(RepairOffer::act)
                        .collect(Collectors.toSet()))
                .isEqualTo(stand.possible);
        for (RepairOffer offer : step.offers()) {
            assertThat(offer.what().in(Locale.ENGLISH))
                    .doesNotStartWith("repair.")
                    .hasSizeGreaterThan(15);
            if (!offer.possible()) {
                assertThatThrownBy(() -> carryOut(stand, offer.act()))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                refused -> assertThat(refused.code()).isEqualTo(ProblemCode.REPAIR_REFUSED))
                        .hasMessageContaining(offer.what().inDefault());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void undoesAtEveryStep(Stand stand) {
        reach(stand);
        carryOut(stand, RepairAct.UNDO);
        assertThat(engine.instance()).isNull();
        assertThat(engine.world.connection().state()).isEqualTo(ConnectionState.CLOSED_INCOMPLETE);
        assertThat(repair.steps(ConnectionSide.CONSUMER, NUMBER, Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void nothingIsEverSkipped() {
        for (Stand stand : Stand.values()) {
            reach(stand);
            assertThatThrownBy(() -> carryOut(stand, RepairAct.SKIP)).isInstanceOf(Problem.class);
            engine.deleteAll();
            start();
        }
    }

    @Test
    void goesBackToTheLoginAndOnToKeys() {
        reach(Stand.EXCHANGE);
        carryOut(Stand.EXCHANGE, RepairAct.BACK);
        assertThat(engine.waiting(engine.instance())).isEqualTo(ConnectionElements.AUTHENTICATE_AT_PROVIDER);
        assertThat(engine.world.connection().state()).isEqualTo(ConnectionState.AWAITING_AUTHENTICATION);
        assertThat(engine.world.connection().snapshot().token()).isNull();
        assertThat(engine.job(ConnectionElements.LINK_EXPIRED))
                .as("the link still expires")
                .isNotNull();
        doReturn(new AnsweredExchange(null, new byte[0]))
                .when(engine.world.provider)
                .exchangeKeys(any(), any(), anyString());
        engine.authenticate();
        engine.run(ConnectionElements.EXCHANGE_KEYS);
        assertThat(engine.world.connection().state()).isEqualTo(ConnectionState.ACTIVATING);
    }

    private void carryOut(Stand stand, RepairAct act) {
        repair.carryOut(ConnectionSide.CONSUMER, NUMBER, stand.step, act, "ada", "Because it must go on");
    }

    private void reach(Stand stand) {
        switch (stand) {
            case CHECKS -> engine.open();
            case COMPANY -> engine.validated();
            case CLAIM -> {
                engine.validated();
                engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
                doThrow(down()).when(engine.world.provider).claim(any(), anyString(), any());
                fail(stand.step);
            }
            case LOGIN -> engine.claimed();
            case EXCHANGE -> {
                engine.claimed();
                engine.authenticate();
                doThrow(down()).when(engine.world.provider).exchangeKeys(any(), any(), anyString());
                fail(stand.step);
            }
            case ACTIVATE -> {
                engine.withKeys();
                doThrow(down()).when(engine.world.provider).probe(any(), any(), any());
                fail(stand.step);
            }
        }
    }

    private void fail(String element) {
        assertThatThrownBy(() -> engine.run(element)).hasStackTraceContaining("down");
    }

    private static RuntimeException down() {
        return new IllegalStateException("down");
    }
}
