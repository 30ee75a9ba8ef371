package org.serviceexchange.center;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;

/** Retries, for all cases of one side, the steps that are no longer tried by themselves. */
@Service
public class RetryStoppedSteps {

    private final FailedSteps steps;
    private final Journal journal;

    RetryStoppedSteps(FailedSteps steps, Journal journal) {
        this.steps = steps;
        this.journal = journal;
    }

    /** Retries them now, notes in each journal by whom, and returns the number of cases; at most as many as are counted. */
    public int retry(CaseSource source, String user) {
        List<String> stopped = steps.stopped(source.process(), CaseNumbers.MOST);
        for (String number : stopped) {
            journal.workNote(number, user, LocalizedMessage.of("center.note.retried"));
            steps.retry(source.process(), number);
        }
        return stopped.size();
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
                (number, user) -> {
                    if (steps.retry(process, number)) {
                        journal.workNote(number, user, LocalizedMessage.of("center.note.retriedOne"));
                    }
                });
    }
}
