package org.serviceexchange.center;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Retries, for all cases of one side, the steps that are no longer tried by themselves. */
@Service
public class RetryStoppedSteps {

    private final FailedSteps steps;
    private final Journal journal;
    private final TransactionOperations transaction;

    RetryStoppedSteps(FailedSteps steps, Journal journal, TransactionOperations transaction) {
        this.steps = steps;
        this.journal = journal;
        this.transaction = transaction;
    }

    /** Retries them now, notes in each journal by whom, and returns the number of cases; at most as many as are counted. */
    public int retry(CaseSource source, String user) {
        List<String> stopped = steps.stopped(source.process(), CaseNumbers.MOST);
        stopped.forEach(number -> retry(source.process(), number, user, "center.note.retried"));
        return stopped.size();
    }

    /**
     * Each case is a transaction of its own, which keeps the note and what it says together. The journal comes first, as in
     * the steps themselves, so that no two wait for each other.
     */
    private void retry(String process, String number, String user, String note) {
        transaction.executeWithoutResult(both -> {
            journal.workNote(number, user, LocalizedMessage.of(note));
            if (!steps.retry(process, number)) {
                both.setRollbackOnly();
            }
        });
    }

    /** The same for chosen cases. */
    BulkAct asBulkAct(CaseSource source) {
        String process = source.process();
        return new BulkAct(
                source.side(),
                "retry",
                number -> steps.reason(process, number).isPresent()
                        ? Optional.empty()
                        : Optional.of(LocalizedMessage.of("center.bulk.retry.none")),
                (number, user) -> retry(process, number, user, "center.note.retriedOne"));
    }
}
