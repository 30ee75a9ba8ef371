package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void goOnForThirtyDaysAtLeast() {
        Duration all = Duration.ZERO;
        int tries = 0;
        for (Duration pause = Pauses.after(tries, 0); pause != null; pause = Pauses.after(++tries, 0)) {
            all = all.plus(pause);
        }
        assertThat(all).isBetween(Duration.ofDays(29).plusHours(23), Duration.ofDays(31));
    }

    @Test
    void neverGrowByMoreThanAFifth() {
        assertThat(Pauses.after(0, 1)).isEqualTo(Duration.ofSeconds(24));
        assertThat(Pauses.after(2000, 0)).isNull();
    }
}
