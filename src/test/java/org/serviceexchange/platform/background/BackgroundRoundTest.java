package org.serviceexchange.platform.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundRoundTest {

    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final AtomicInteger ended = new AtomicInteger();

    private final BackgroundRound round = new BackgroundRound("round", "It failed.") {
        @Override
        protected void round() {
            begun.release();
            mayEnd.acquireUninterruptibly();
            if (ended.incrementAndGet() == 1) {
                throw new IllegalStateException("the first one");
            }
        }
    };

    @AfterEach
    void close() {
        round.close();
    }

    @Test
    void oneMoreWaitsWhileARoundRunsAndAFailureIsNotTheEnd() {
        round.start();
        begun.acquireUninterruptibly();
        round.start();
        round.start();
        mayEnd.release();
        begun.acquireUninterruptibly();
        assertThat(ended).hasValue(1);
        round.start();
        mayEnd.release(2);
        begun.acquireUninterruptibly();
        while (ended.get() < 3) {
            Thread.onSpinWait();
        }
        assertThat(begun.tryAcquire()).isFalse();
    }
}
