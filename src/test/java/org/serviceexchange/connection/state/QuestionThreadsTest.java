package org.serviceexchange.connection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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

    @Test
    void restsWhenAllIsDoneThatWasToBeAsked() {
        AtomicInteger asked = new AtomicInteger();
        try (QuestionThreads threads = new QuestionThreads()) {
            for (int peer = 0; peer < 50; peer++) {
                threads.run(() -> {
                    threads.run(asked::incrementAndGet);
                    throw new IllegalStateException("no answer");
                });
            }
            threads.awaitRest();
            assertThat(asked).hasValue(50);
        }
    }

    @Test
    @Timeout(60)
    void restsWhenItIsClosed() {
        CountDownLatch never = new CountDownLatch(1);
        QuestionThreads threads = new QuestionThreads();
        for (int peer = 0; peer < 50; peer++) {
            threads.run(() -> awaitQuietly(never));
        }
        threads.close();
        assertThatCode(threads::awaitRest).doesNotThrowAnyException();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
