package org.serviceexchange.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journey.Await;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class CheckAsideTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final CountDownLatch stands = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void letGo() {
        stands.countDown();
    }

    @Test
    void saysDownWithoutWaitingForACheckThatStands() {
        CheckAside check = new CheckAside("test", this::standing, LONG);

        for (int time = 0; time < 5; time++) {
            assertThat(check.ask().getStatus()).isEqualTo(Status.DOWN);
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void saysTheLastResultWhileItIsFresh() {
        CheckAside check = new CheckAside("test", this::upThenStanding, LONG);
        Await.until("the first result", () -> check.ask().getStatus().equals(Status.UP));
        Await.until("a check that stands", () -> {
            assertThat(check.ask().getStatus()).isEqualTo(Status.UP);
            return runs.get() > 1;
        });

        assertThat(check.ask().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void saysDownWhenTheLastResultIsOld() {
        CheckAside check = new CheckAside("test", this::upThenStanding, Duration.ZERO);

        Await.until("a check that stands", () -> {
            check.ask();
            return runs.get() > 1;
        });
        assertThat(check.ask().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void saysDownWhenTheCheckFails() {
        CheckAside check = new CheckAside("test", () -> {
            throw new IllegalStateException("closed");
        });

        assertThat(check.ask().getStatus()).isEqualTo(Status.DOWN);
    }

    private Health standing() {
        runs.incrementAndGet();
        try {
            stands.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Health.up().build();
    }

    private Health upThenStanding() {
        return runs.get() == 0 && runs.incrementAndGet() == 1 ? Health.up().build() : standing();
    }
}
