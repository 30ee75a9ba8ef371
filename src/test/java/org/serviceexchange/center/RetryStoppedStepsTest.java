package org.serviceexchange.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.message.LocalizedMessage;

class RetryStoppedStepsTest {

    private final FailedSteps steps = mock();
    private final Journal journal = mock();
    private final CaseSource source = new CaseSource(
            Side.PROVIDER,
            "consumer-registration",
            List.of(),
            mock(CaseTables.class),
            new CaseTable("t", "began", null, List.of(), "who", "LIVE", "select 1"),
            numbers -> Map.of());

    @Test
    void retriesEveryStoppedCaseAndNotesByWhom() {
        when(steps.stopped("consumer-registration", CaseNumbers.MOST)).thenReturn(List.of("REG1", "REG2"));
        when(steps.retry(any(), any())).thenReturn(true);

        assertThat(new RetryStoppedSteps(steps, journal).retry(source, "ada")).isEqualTo(2);

        var order = inOrder(steps, journal);
        for (String number : List.of("REG1", "REG2")) {
            order.verify(journal).workNote(number, "ada", LocalizedMessage.of("center.note.retried"));
            order.verify(steps).retry("consumer-registration", number);
        }
    }
}
