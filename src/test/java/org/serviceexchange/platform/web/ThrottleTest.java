package org.serviceexchange.platform.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.problem.Problem;

class ThrottleTest {

    private static final String HOME = "192.0.2.1";

    private final MovableClock clock = MovableClock.standing();
    private final Throttle throttle = new Throttle(new LoginThrottleSettings(3, Duration.ofMinutes(1)), clock);

    @Test
    void allowsTheFreeAttempts() {
        failAgain(2);

        admitted("admin", HOME);
    }

    @Test
    void pausesLongerWithEveryFurtherAttempt() {
        failAgain(3);
        paused();
        clock.move(Duration.ofSeconds(1));
        admitted("admin", HOME);

        failAgain(1);
        clock.move(Duration.ofSeconds(1));
        paused();
        clock.move(Duration.ofSeconds(1));
        admitted("admin", HOME);
    }

    @Guarantee(of = Throttle.class, says = "Every pause ends.")
    @Test
    void neverPausesLongerThanSet() {
        failAgain(60);

        clock.move(Duration.ofMinutes(1).minusMillis(1));
        paused();
        clock.move(Duration.ofMillis(1));
        admitted("admin", HOME);
    }

    @Guarantee(of = Throttle.class, says = "Somebody at another address is not slowed down.")
    @Test
    void letsTheSameUserInFromAnotherAddress() {
        failAgain(60);

        admitted("admin", "192.0.2.2");
        admitted("other", HOME);
    }

    @Test
    void takesSpellingsOfANameForOne() {
        failAgain(60);

        assertThatThrownBy(() -> throttle.admit("ADMIN", HOME)).isInstanceOf(Problem.class);
    }

    @Test
    void forgetsAfterSuccess() {
        failAgain(60);
        throttle.succeeded("admin", HOME);

        admitted("admin", HOME);
    }

    @Test
    void forgetsFailuresAfterAQuarterOfAnHour() {
        failAgain(60);
        clock.move(Duration.ofMinutes(15));
        failAgain(1);
        paused();

        clock.move(Duration.ofMinutes(15).plusMillis(1));
        failAgain(2);
        admitted("admin", HOME);
    }

    @Test
    void looksAtTheFirstHundredCharactersOfAName() {
        String name = "x".repeat(100);
        for (int time = 0; time < 3; time++) {
            throttle.failed(name + time, HOME);
        }

        assertThatThrownBy(() -> throttle.admit(name + "y", HOME)).isInstanceOf(Problem.class);
        admitted("x".repeat(99), HOME);
    }

    @Test
    void remembersTenThousandAtMostAndForgetsTheOldest() {
        failAgain(3);
        for (int other = 0; other < 9_999; other++) {
            throttle.failed("other-" + other, HOME);
        }
        paused();

        throttle.failed("one-more", HOME);
        admitted("admin", HOME);
    }

    private void failAgain(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("admin", HOME);
        }
    }

    private void admitted(String name, String address) {
        assertThatCode(() -> throttle.admit(name, address)).doesNotThrowAnyException();
    }

    private void paused() {
        assertThatThrownBy(() -> throttle.admit("admin", HOME))
                .hasMessage("There were too many wrong attempts from here. Wait a minute, then try again.");
    }
}
