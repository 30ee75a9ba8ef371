package org.serviceexchange.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the counters of an instance as an admin who stays logged in during the measurement. Each look costs the statement that
 * reads the session and the one that asks whether it still stands; they are left out.
 */
final class Meter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STILL_LOOKS = 8;
    private static final int STATEMENTS_OF_A_LOOK = 2;
    private static final String STATEMENTS = "service-exchange.sql.statements";

    private final Browser browser = new Browser();
    private final Instance instance;
    private long looks;

    Meter(Instance instance, String admin, String password) throws IOException, InterruptedException {
        this.instance = instance;
        browser.logIn(instance.at("/login"), admin, password);
    }

    Cost cost() throws IOException, InterruptedException {
        return new Cost(
                System.nanoTime(),
                statements(),
                value("service-exchange.sql.commits"),
                value("service-exchange.engine.jobs"),
                value("service-exchange.outbound.calls"),
                instance.wire().traffic());
    }

    /** Waits until the instance is idle, without loading its pages, which would cost statements. */
    void awaitQuiet() {
        AtomicLong last = new AtomicLong(-1);
        AtomicInteger still = new AtomicInteger();
        Await.until("an instance is quiet", () -> {
            long now = statements();
            still.set(last.getAndSet(now) == now ? still.get() + 1 : 0);
            return still.get() == STILL_LOOKS;
        });
    }

    /** Observes an idle instance for two of its 5-second periods. */
    Cost.Idle idle() throws IOException, InterruptedException {
        Cost from = cost();
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        Await.until("the time is over", () -> statements() > 0 && System.nanoTime() > end);
        return new Cost.Idle(from, cost());
    }

    /** Used heap after a garbage collection, in MB. */
    long heap() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process collection = new ProcessBuilder(jcmd, Long.toString(instance.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            throw new AssertionError("The garbage cannot be collected.");
        }
        return value("jvm.memory.used?tag=area:heap") >> 20;
    }

    private long statements() throws IOException, InterruptedException {
        return value(STATEMENTS) - STATEMENTS_OF_A_LOOK * looks;
    }

    private long value(String metric) throws IOException, InterruptedException {
        looks++;
        Page page = browser.json("GET", instance.at("/actuator/metrics/" + metric), "");
        JsonNode value = JSON.readTree(page.body()).path("measurements").path(0).path("value");
        if (!value.isNumber()) {
            throw new AssertionError("There is no " + metric + ": " + page);
        }
        return value.asLong();
    }
}
