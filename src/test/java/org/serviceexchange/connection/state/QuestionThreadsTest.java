package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journey.Await;

class QuestionThreadsTest {

    @Test
    void whatWasDroppedRunsTheNextTime() throws InterruptedException {
        CountDownLatch peersAnswer = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(1);
        try (QuestionThreads threads = new QuestionThreads()) {
            int waiting = 0;
            while (threads.run(() -> awaitQuietly(peersAnswer))) {
                waiting++;
            }
            assertThat(waiting).isPositive();
            threads.once("due", ran::countDown);
            peersAnswer.countDown();
            Await.until("there is room", () -> threads.run(() -> {}));
            threads.once("due", ran::countDown);
            assertThat(ran.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
