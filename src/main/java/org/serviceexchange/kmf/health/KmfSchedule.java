package org.serviceexchange.kmf.health;

import java.util.concurrent.TimeUnit;
import org.serviceexchange.kmf.KmfHealth;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Runs the checks of the KMF every minute, outside of every transaction, the next part of the records, and the
 * check of all keys when it is due.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class KmfSchedule {

    private final KmfHealth health;
    private final WholeKeyCheck wholeCheck;
    private final RecordsCheck records;

    KmfSchedule(KmfHealth health, WholeKeyCheck wholeCheck, RecordsCheck records) {
        this.health = health;
        this.wholeCheck = wholeCheck;
        this.records = records;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void run() {
        wholeCheck.forgetRepaired();
        records.examineOfMinute();
        health.runAgain();
        while (wholeCheck.examineNextBatch()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
