package org.serviceexchange.platform.web.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.problem.Problem;

class ThrottleTest {

    private static final String HOME = "192.0.2.1";

    private final MovableClock clock = MovableClock.standing();
    private final Throttle throttle = TestThrottles.of(new LoginThrottleSettings(3, 200, Duration.ofMinutes(1)), clock);

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
        failAgain(59);
        clock.move(Duration.ofMinutes(1));
        throttle.admit("admin", HOME).succeeded();

        admitted("admin", HOME);
    }

    @Test
    void forgetsFailuresAfterAQuarterOfAnHour() {
        failAgain(60);
        clock.move(Duration.ofMinutes(14));
        failAgain(1);
        paused();

        clock.move(Duration.ofMinutes(15).plusMillis(1));
        admitted("admin", HOME);
        admitted("admin", HOME);
        admitted("admin", HOME);
    }

    @Test
    void looksAtTheFirstHundredCharactersOfAName() {
        String name = "x".repeat(100);
        for (int time = 0; time < 3; time++) {
            throttle.admit(name + time, HOME);
        }

        assertThatThrownBy(() -> throttle.admit(name + "y", HOME)).isInstanceOf(Problem.class);
        admitted("x".repeat(99), HOME);
    }

    @Guarantee(of = Throttle.class, says = "Of attempts at the same moment no more are admitted than the budget has.")
    @Test
    void admitsNoMoreAtTheSameMomentThanTheBudgetHas() {
        long admitted = IntStream.range(0, 200)
                .parallel()
                .filter(attempt -> {
                    try {
                        throttle.admit("admin", HOME);
                        return true;
                    } catch (Problem paused) {
                        return false;
                    }
                })
                .count();

        assertThat(admitted).isEqualTo(3);
    }

    @Test
    void pausesAnAddressThatGuessesForManyNames() {
        for (int name = 0; name < 200; name++) {
            throttle.admit("name-" + name, HOME);
        }

        assertThatThrownBy(() -> throttle.admit("another", HOME)).isInstanceOf(Problem.class);
        assertThatCode(() -> throttle.admitKnown("another", "device 1")).doesNotThrowAnyException();
        admitted("another", "192.0.2.2");
    }

    @Test
    void takesAllAddressesOfAnIpv6NetworkForOne() {
        for (int name = 0; name < 200; name++) {
            throttle.admit("name-" + name, "2001:db8:0:7::" + Integer.toHexString(name));
        }

        assertThatThrownBy(() -> throttle.admit("another", "2001:0db8::7:1:2:3:4"))
                .isInstanceOf(Problem.class);
        admitted("another", "2001:db8:0:8::1");
    }

    @Test
    void doesNotLetOneSuccessRefillTheBudgetOfAnAddress() {
        for (int name = 0; name < 199; name++) {
            throttle.admit("name-" + name, HOME);
        }
        throttle.admit("somebody", HOME).succeeded();
        throttle.admit("somebody", HOME).withdrawn();
        admitted("last", HOME);

        assertThatThrownBy(() -> throttle.admit("another", HOME)).isInstanceOf(Problem.class);
    }

    @Test
    void doesNotCountWhatIsWithdrawn() {
        for (int time = 0; time < 10; time++) {
            throttle.admit("admin", HOME).withdrawn();
        }

        failAgain(2);
        admitted("admin", HOME);
    }

    private void failAgain(int times) {
        for (int i = 0; i < times; i++) {
            clock.move(Duration.ofMinutes(1));
            throttle.admit("admin", HOME);
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
