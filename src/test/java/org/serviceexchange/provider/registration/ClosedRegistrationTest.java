package org.serviceexchange.provider.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.TestRegistrations;

/** Whatever still comes for a registration that was closed or suspended, although everything before it was right. */
class ClosedRegistrationTest {

    private static final Decision CARLA = new Decision(TestRegistrations.CONTACT, TestRegistrations.NOW);

    static Stream<Arguments> steps() {
        return Stream.of(
                step("a check", registration -> registration.checked(List.of())),
                step(
                        "a claim",
                        registration -> registration.claimed(
                                TestRegistrations.claim("thumbprint"), TestRegistrations.URL, TestRegistrations.NOW)),
                step("a match", registration -> registration.contactMatched(CARLA)),
                step("a consent", registration -> registration.consented(CARLA)),
                step("keys", registration -> registration.keysAgreed("CCN0001001", "key-2")),
                step("a failed exchange", Registration::exchangeFailed),
                step("activation", Registration::activate));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void refusesEveryStep(String name, Consumer<Registration> step) {
        Registration registration = TestRegistrations.probed();
        registration.close(ClosingReason.CANCELLED);
        RegistrationSnapshot before = registration.snapshot();

        refuses(ProblemCode.REGISTRATION_CLOSED, name, () -> step.accept(registration));
        assertThat(registration.snapshot()).isEqualTo(before);
    }

    @Test
    void isDeclinedByTheLinkOnlyUntilTheContactConsented() {
        Registration claimed = TestRegistrations.claimed();
        claimed.close(ClosingReason.DECLINED);
        assertThat(claimed.snapshot().label().inDefault()).isEqualTo("Closed Incomplete: declined");
        assertThat(claimed.takeNews()).isTrue();

        Registration consented = TestRegistrations.consented();
        refuses(ProblemCode.LINK_REFUSED, "declined", () -> consented.close(ClosingReason.DECLINED));
        assertThat(consented.isOpen()).isTrue();
        Registration requested = TestRegistrations.requested();
        refuses(ProblemCode.LINK_REFUSED, "declined", () -> requested.close(ClosingReason.DECLINED));
    }

    @Test
    void takesNoProbeUnderTheKeysOfAClosedRegistration() {
        Registration registration = TestRegistrations.keyed();
        registration.close(ClosingReason.CANCELLED);

        refuses(
                ProblemCode.PEER_NOT_READY,
                "received",
                () -> registration.probeReceived(TestRegistrations.KEY, TestRegistrations.NOW));
        refuses(
                ProblemCode.PEER_NOT_READY,
                "sent",
                () -> registration.probeSent(TestRegistrations.KEY, TestRegistrations.NOW));
    }

    @Test
    void refusesEveryStepOfASuspendedRegistration() {
        Registration registration = TestRegistrations.probed();
        for (int failure = 0; failure < 5; failure++) {
            registration.exchangeFailed();
        }
        assertThat(registration.snapshot().suspended()).isTrue();

        refuses(ProblemCode.EXCHANGE_SUSPENDED, "match", () -> registration.contactMatched(CARLA));
        refuses(ProblemCode.EXCHANGE_SUSPENDED, "consent", () -> registration.consented(CARLA));
        refuses(ProblemCode.EXCHANGE_SUSPENDED, "activation", registration::activate);
        refuses(ProblemCode.EXCHANGE_SUSPENDED, "failure", registration::exchangeFailed);
    }

    @Test
    void keepsTheProofsWhenTheSameKeysAreAgreedAgain() {
        Registration registration = TestRegistrations.probed();
        registration.keysAgreed("CCN0001001", TestRegistrations.KEY);

        registration.activate();
        assertThat(registration.state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
    }

    private static Arguments step(String name, Consumer<Registration> step) {
        return Arguments.of(name, step);
    }

    private static void refuses(
            ProblemCode code, String step, org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .as(step)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
