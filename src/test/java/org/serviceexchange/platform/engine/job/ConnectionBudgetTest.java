package org.serviceexchange.platform.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class ConnectionBudgetTest {

    @Test
    void refusesAPoolInWhichNoJobCouldRun() {
        assertThatThrownBy(() -> new ConnectionBudget(3))
                .hasMessage("The pool of database connections has 3, and at least 4 are needed: two are set aside for"
                        + " pages and the search for due steps, and half of the others may be used by steps. Raise"
                        + " spring.datasource.hikari.maximum-pool-size and start again.");
    }

    @Test
    void letsHalfOfWhatIsLeftWorkAtATime() throws InterruptedException {
        ConnectionBudget budget = new ConnectionBudget(7);
        CountDownLatch working = new CountDownLatch(2);
        CountDownLatch gate = new CountDownLatch(1);
        Runnable work = () -> budget.within(() -> {
            working.countDown();
            await(gate);
            return true;
        });
        Executor threads = one -> new Thread(one).start();
        threads.execute(work);
        threads.execute(work);
        working.await();
        CompletableFuture<Boolean> third = CompletableFuture.supplyAsync(() -> budget.within(() -> true), threads);
        assertThat(third).isNotDone();
        gate.countDown();
        assertThat(third.join()).isTrue();
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
