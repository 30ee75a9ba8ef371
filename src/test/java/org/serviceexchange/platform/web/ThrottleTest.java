package org.serviceexchange.platform.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Problem;

class ThrottleTest {

    private static final String HOME = "192.0.2.1";

    private final MovingClock clock = new MovingClock();
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

    @Test
    void neverPausesLongerThanSet() {
        failAgain(60);

        clock.move(Duration.ofMinutes(1));
        admitted("admin", HOME);
    }

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

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-01-02T03:04:05Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
