package org.serviceexchange.provider.registration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.registration.engine.RegistrationEngine.NUMBER;

import java.util.ArrayList;
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
import org.serviceexchange.Guarantee;
import org.serviceexchange.connection.repair.RepairAct;
import org.serviceexchange.connection.repair.RepairCase;
import org.serviceexchange.connection.repair.RepairOffer;
import org.serviceexchange.connection.repair.RepairStep;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.serviceexchange.platform.engine.label.DeployedLabels;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.closing.RequestRegistrationCancellation;
import org.serviceexchange.provider.invitation.RequestNewLink;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.repair.RepairRegistration;

/** What can be done with a registration at each step of the real process, and that it reaches an end afterwards. */
class RepairedRegistrationsTest {

    private final List<String> notes = new ArrayList<>();
    private RegistrationEngine engine;
    private MemoryRegistrations registrations;
    private RepairCase repair;

    /** A step at which a registration can stand, and which acts are possible there beside undoing it. */
    @SuppressWarnings("ImmutableEnumChecker") // nothing changes them
    enum Stand {
        CHECKS("serviceTask_checkPrerequisites", TestRegistrations.requested(), EnumSet.of(RepairAct.RETRY)),
        FINDINGS("userTask_resolveValidationFindings", TestRegistrations.requested(), EnumSet.noneOf(RepairAct.class)),
        MAIL(
                "serviceTask_sendRegistrationEMail",
                TestRegistrations.open(),
                EnumSet.of(RepairAct.RETRY, RepairAct.SKIP)),
        REMINDER(
                "serviceTask_remindContact",
                TestRegistrations.open(),
                EnumSet.of(RepairAct.RETRY, RepairAct.SKIP, RepairAct.BACK)),
        CONNECT("receiveTask_awaitConsumerConnect", TestRegistrations.open(), EnumSet.of(RepairAct.BACK)),
        CONSENT("receiveTask_awaitConsent", TestRegistrations.claimed(), EnumSet.of(RepairAct.BACK)),
        EXCHANGE("receiveTask_awaitKeyExchange", TestRegistrations.consented(), EnumSet.of(RepairAct.BACK)),
        ACTIVATE(
                "serviceTask_activateConnection",
                TestRegistrations.keyed(),
                EnumSet.of(RepairAct.RETRY, RepairAct.BACK)),
        REVIEW("userTask_reviewSuspendedRegistration", suspended(), EnumSet.of(RepairAct.BACK));

        private final String step;
        private final Registration registration;
        private final Set<RepairAct> possible;

        Stand(String step, Registration registration, Set<RepairAct> possible) {
            this.step = step;
            this.registration = registration;
            this.possible = EnumSet.copyOf(possible);
            this.possible.add(RepairAct.UNDO);
        }

        private static Registration suspended() {
            Registration registration = TestRegistrations.consented();
            while (!registration.exchangeFailed()) {
                assertThat(registration.isOpen()).isTrue();
            }
            return registration;
        }
    }

    @BeforeEach
    void start() {
        engine = new RegistrationEngine();
        registrations = new MemoryRegistrations();
        Journal journal = mock();
        doAnswer(call -> notes.add(call.getArgument(1) + ": "
                        + call.<LocalizedMessage>getArgument(2).inDefault()))
                .when(journal)
                .workNote(eq(NUMBER), any(String.class), any(LocalizedMessage.class));
        ProcessDiagram diagram = new ProcessDiagram(
                RegistrationElements.PROCESS,
                new ProcessPictures(
                        engine.engine.getRepositoryService(),
                        engine.engine.getHistoryService(),
                        engine.engine.getRuntimeService(),
                        new DeployedLabels(engine.engine.getRepositoryService())),
                engine.failedSteps);
        repair = new RepairCase(
                List.of(new RepairRegistration(
                        registrations,
                        engine.process,
                        new RequestNewLink(registrations, engine.process, journal),
                        new RequestRegistrationCancellation(
                                registrations, engine.process, engine.closeRegistration, journal),
                        diagram)),
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
        RepairStep step = at(stand);
        assertThat(step.name()).isNotEmpty();
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
        assertThat(notes).isEmpty();
        assertThat(engine.runs()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void reachesAnEndAfterEachAct(Stand stand) {
        for (RepairAct act : stand.possible) {
            notes.clear();
            reach(stand);
            carryOut(stand, act);
            assertThat(notes.get(0)).startsWith("paula: Repair: ").endsWith("because: Because it must go on");
            if (act != RepairAct.UNDO) {
                goOn(stand, act);
            }
            assertThat(engine.runs()).as("%s at %s", act, stand).isFalse();
            engine.deleteAll();
            start();
        }
    }

    @Test
    @Guarantee(
            of = RepairCase.class,
            says =
                    "No repair lets a connection become active without contact match, consent and proofs in both directions.")
    void matchConsentAndProofsAreNeverSkipped() {
        for (Stand stand : List.of(Stand.CONNECT, Stand.CONSENT, Stand.EXCHANGE, Stand.ACTIVATE, Stand.REVIEW)) {
            reach(stand);
            assertThatThrownBy(() -> carryOut(stand, RepairAct.SKIP)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> repair.carryOut(
                            ConnectionSide.PROVIDER,
                            NUMBER,
                            "serviceTask_sendRegistrationEMail",
                            RepairAct.SKIP,
                            "paula",
                            "another step"))
                    .as("a step at which it does not stand")
                    .isInstanceOf(Problem.class);
            assertThat(engine.waitsAt(stand.step)).isTrue();
            engine.deleteAll();
            start();
        }
    }

    @Test
    void handsTheLinkOverWithTheReasonWhyTheEMailWasNotSent() {
        reach(Stand.MAIL);
        carryOut(Stand.MAIL, RepairAct.SKIP);
        verify(engine.writeWorkNote).deliveryFailed(eq(NUMBER), any());
        verify(engine.writeWorkNote, never()).mailIsOff(NUMBER);
        assertThat(engine.waitsAt("receiveTask_awaitConsumerConnect")).isTrue();
        assertThat(engine.job("event_linkExpired")).as("the link still expires").isNotNull();
    }

    @Test
    void wantsAReasonWithoutSecrets() {
        reach(Stand.MAIL);
        for (String reason : List.of("", " ", "x".repeat(401), "secret=" + "A".repeat(43))) {
            assertThatThrownBy(() -> repair.carryOut(
                            ConnectionSide.PROVIDER, NUMBER, Stand.MAIL.step, RepairAct.RETRY, "paula", reason))
                    .isInstanceOf(Problem.class);
        }
        assertThat(notes).isEmpty();
    }

    private void carryOut(Stand stand, RepairAct act) {
        repair.carryOut(ConnectionSide.PROVIDER, NUMBER, stand.step, act, "paula", "Because it must go on");
    }

    private RepairStep at(Stand stand) {
        return repair.steps(ConnectionSide.PROVIDER, NUMBER, Locale.ENGLISH).stream()
                .filter(step -> step.id().equals(stand.step))
                .findFirst()
                .orElseThrow();
    }

    private void reach(Stand stand) {
        registrations.add(Registration.of(stand.registration.snapshot()));
        when(engine.mail.on()).thenReturn(true);
        switch (stand) {
            case CHECKS -> {
                doThrow(down()).when(engine.checkPrerequisites).check(NUMBER);
                engine.request();
                fail(stand.step);
                doReturn((Recording<List<Object>>) List::of)
                        .when(engine.checkPrerequisites)
                        .check(NUMBER);
            }
            case FINDINGS -> {
                when(engine.checkPrerequisites.check(NUMBER))
                        .thenReturn(() -> List.of(new Problem(ProblemCode.PROVIDER_RECORD_MISSING).finding()));
                engine.request();
                engine.run(RegistrationElements.CHECK_PREREQUISITES);
            }
            case MAIL -> {
                engine.request();
                engine.run(RegistrationElements.CHECK_PREREQUISITES);
                doThrow(down()).when(engine.sendRegistrationEMail).send(NUMBER);
                fail(stand.step);
                doReturn((Recording<Boolean>) () -> true)
                        .when(engine.sendRegistrationEMail)
                        .send(NUMBER);
            }
            case REMINDER -> {
                engine.openLink(true);
                engine.run("event_reminderDue");
                doThrow(down()).when(engine.remindContact).remind(NUMBER);
                fail(stand.step);
                doReturn((Recording<Boolean>) () -> true)
                        .when(engine.remindContact)
                        .remind(NUMBER);
            }
            case CONNECT -> engine.openLink(true);
            case CONSENT -> engine.askForConsent();
            case EXCHANGE -> engine.connectContact();
            case ACTIVATE -> {
                engine.connectContact();
                engine.process.keysConfirmed(NUMBER);
                doThrow(down()).when(engine.activateConnection).activate(NUMBER);
                fail(stand.step);
                doReturn((Recording<Boolean>) () -> true)
                        .when(engine.activateConnection)
                        .activate(NUMBER);
            }
            case REVIEW -> {
                engine.connectContact();
                engine.process.suspended(NUMBER);
            }
        }
    }

    /** Leads the case on from where the act left it, to a connection. */
    private void goOn(Stand stand, RepairAct act) {
        if (act == RepairAct.RETRY) {
            assertThat(engine.job(stand.step).getRetries()).isEqualTo(7);
            engine.run(stand.step);
        }
        if (act == RepairAct.BACK) {
            verify(engine.renewRegistrationLink).renew(NUMBER);
        }
        if (!engine.runs()) {
            return;
        }
        if (engine.waitsAt("serviceTask_sendRegistrationEMail")) {
            engine.run("serviceTask_sendRegistrationEMail");
        }
        assertThat(engine.waitsAt("receiveTask_awaitConsumerConnect")).isTrue();
        engine.process.consumerConnecting(NUMBER, TestRegistrations.CONTACT);
        engine.process.consentGiven(NUMBER, TestRegistrations.CONTACT);
        engine.process.keysConfirmed(NUMBER);
        engine.run(RegistrationElements.ACTIVATE_CONNECTION);
    }

    private void fail(String element) {
        assertThatThrownBy(() -> engine.run(element)).hasStackTraceContaining("down");
    }

    private static RuntimeException down() {
        return new IllegalStateException("down");
    }
}
