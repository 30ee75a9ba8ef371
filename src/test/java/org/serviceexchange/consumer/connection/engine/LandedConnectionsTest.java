package org.serviceexchange.consumer.connection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;
import static org.serviceexchange.consumer.TestConnections.NUMBER;

import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.platform.engine.LandedModels;
import org.serviceexchange.protocol.outbound.PeerProblem;

/** Connections that began on the process of an earlier version finish on it, with the delegates and messages of today. */
class LandedConnectionsTest {

    private static final String MODEL = "provider-connection.bpmn";

    /** Where a case of every version may wait when the new one is installed. */
    private static final Set<String> WAITS = Set.of(
            ConnectionElements.CHECK_PREREQUISITES,
            ConnectionElements.RESOLVE_VALIDATION_FINDINGS,
            ConnectionElements.CONNECT_TO_PROVIDER,
            ConnectionElements.CLAIM_REGISTRATION,
            ConnectionElements.AUTHENTICATE_AT_PROVIDER,
            ConnectionElements.EXCHANGE_KEYS,
            ConnectionElements.ACTIVATE_CONNECTION,
            ConnectionElements.AWAIT_PROBE_OF_THE_PROVIDER);

    private ConnectionEngine engine;
    private ProcessInstance instance;

    static Stream<String> versions() {
        return LandedModels.folders().stream();
    }

    /** Later ones check again with the step of the first check, as the process of today does. */
    static Stream<String> versionsWithTheFormerName() {
        return versions().filter(List.of("landed/97a7562", "landed/58958a1")::contains);
    }

    static Stream<Arguments> everyWaitOfEveryVersion() {
        return versions()
                .flatMap(version ->
                        LandedModels.waits(version, MODEL).stream().sorted().map(wait -> Arguments.of(version, wait)));
    }

    @AfterEach
    void stop() {
        if (engine != null) {
            engine.deleteAll();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void knowsEveryPlaceWhereACaseMayWait(String version) {
        assertThat(LandedModels.waits(version, MODEL)).containsAll(WAITS);
    }

    @ParameterizedTest
    @MethodSource("everyWaitOfEveryVersion")
    void finishesFromWhereverItWaits(String version, String wait) {
        reach(version, wait);
        finish();
        assertThat(instance).isEnded().hasPassed("event_onboarded");
        assertThat(engine.world.connection().state()).isEqualTo(ConnectionState.ONBOARDED);
    }

    @ParameterizedTest
    @MethodSource("everyWaitOfEveryVersion")
    void isCancelledWhereverItWaits(String version, String wait) {
        reach(version, wait);
        engine.world.requestCancellation.request(NUMBER, "ada");
        assertThat(instance).isEnded().hasPassed("event_closedIncompleteCancelled");
        assertThat(engine.world.connection().state()).isEqualTo(ConnectionState.CLOSED_INCOMPLETE);
    }

    @ParameterizedTest
    @MethodSource("versionsWithTheFormerName")
    void checksAgainByItsTimerUnderTheFormerNameOfTheDelegate(String version) {
        reach(version, ConnectionElements.RESOLVE_VALIDATION_FINDINGS);
        engine.run(ConnectionElements.RE_CHECK_DUE);
        assertThat(instance).isWaitingAt(ConnectionElements.RESOLVE_VALIDATION_FINDINGS);
        engine.world.healthy();
        engine.run(ConnectionElements.RE_CHECK_DUE);
        assertThat(instance)
                .isWaitingAt(ConnectionElements.CONNECT_TO_PROVIDER)
                .hasPassed("serviceTask_checkPrerequisitesAgain", "event_allChecksPass");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void claimsAgainWhenANewerLinkIsOpened(String version) {
        reach(version, ConnectionElements.AUTHENTICATE_AT_PROVIDER);
        engine.world.openConnection.open(
                new RegistrationLink(
                        URI.create(TestConnections.BASE),
                        TestConnections.REGISTRATION,
                        "T".repeat(43),
                        TestConnections.PIN),
                "ada");
        assertThat(instance).isWaitingAt(ConnectionElements.CLAIM_REGISTRATION).hasPassed("event_newerLinkOpened");
        finish();
        assertThat(instance).isEnded().hasPassed("event_onboarded");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void asksThePersonAgainWhenTheAuthorizationHasExpired(String version) {
        reach(version, ConnectionElements.EXCHANGE_KEYS);
        when(engine.world.provider.exchangeKeys(any(), any(), anyString()))
                .thenThrow(new PeerProblem(401, "SX-2302", List.of(), false, "Not accepted.", null));
        engine.run(ConnectionElements.EXCHANGE_KEYS);
        assertThat(instance)
                .isWaitingAt(ConnectionElements.AUTHENTICATE_AT_PROVIDER)
                .hasPassed("event_authorizationExpired");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void closesWhenTheProviderRefuses(String version) {
        reach(version, ConnectionElements.CLAIM_REGISTRATION);
        when(engine.world.provider.claim(any(), anyString(), any()))
                .thenThrow(
                        new PeerProblem(403, "SX-2202", List.of(), false, "The registration link has expired.", null));
        engine.run(ConnectionElements.CLAIM_REGISTRATION);
        assertThat(instance).isEnded().hasPassed("event_refused", "event_closedIncompleteRefused");
    }

    @ParameterizedTest
    @MethodSource("versions")
    void expiresWithItsLinkAndWaitsAsLongAsTheProviderDoes(String version) {
        reach(version, ConnectionElements.AUTHENTICATE_AT_PROVIDER);
        assertThat(engine.job(ConnectionElements.LINK_EXPIRED).getDuedate())
                .isEqualTo(Date.from(TestConnections.EXPIRY));
        engine.expire(ConnectionElements.LINK_EXPIRED);
        assertThat(instance).isEnded().hasPassed("event_closedIncompleteExpired");
    }

    private void reach(String version, String wait) {
        engine = new ConnectionEngine(version);
        engine.world.unhealthy();
        instance = engine.open();
        while (!engine.waiting(instance).equals(wait)) {
            goOn();
        }
    }

    private void finish() {
        while (engine.instance() != null) {
            goOn();
        }
    }

    /** What happens next, told by today's application. */
    private void goOn() {
        switch (engine.waiting(instance)) {
            case ConnectionElements.RESOLVE_VALIDATION_FINDINGS -> {
                engine.world.healthy();
                assertThat(engine.process.checkAgain(NUMBER)).isTrue();
            }
            case ConnectionElements.CONNECT_TO_PROVIDER ->
                engine.process.connectToProvider(NUMBER, "CMP0001001", "ada");
            case ConnectionElements.AUTHENTICATE_AT_PROVIDER -> engine.authenticate();
            case ConnectionElements.AWAIT_PROBE_OF_THE_PROVIDER -> {
                doReturn(List.of()).when(engine.world.provider).probe(any(), any(), any());
                engine.world.probed(TestConnections.KEY_ID, new byte[] {1});
            }
            default -> engine.run(engine.waiting(instance));
        }
    }
}
