package org.serviceexchange.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class RetryStoppedStepsTest {

    private final FailedSteps steps = mock();
    private final Journal journal = mock();
    private final PlatformTransactionManager transactions = mock();
    private final TransactionStatus both = new SimpleTransactionStatus();
    private final RetryStoppedSteps retryStoppedSteps =
            new RetryStoppedSteps(steps, journal, new TransactionTemplate(transactions));
    private final CaseSource source = new CaseSource(
            Side.PROVIDER,
            "consumer-registration",
            List.of(),
            mock(CaseTables.class),
            new CaseTable("t", "began", null, List.of(), "who", "LIVE", "select 1"),
            numbers -> Map.of());

    @BeforeEach
    void begin() {
        when(transactions.getTransaction(any())).thenReturn(both);
    }

    @Test
    void retriesEveryStoppedCaseAndNotesByWhom() {
        when(steps.stopped("consumer-registration", CaseNumbers.MOST)).thenReturn(List.of("REG1", "REG2"));
        when(steps.retry(any(), any())).thenReturn(true);

        assertThat(retryStoppedSteps.retry(source, "ada")).isEqualTo(2);

        var order = inOrder(steps, journal, transactions);
        for (String number : List.of("REG1", "REG2")) {
            order.verify(transactions).getTransaction(any());
            order.verify(journal).workNote(number, "ada", LocalizedMessage.of("center.note.retried"));
            order.verify(steps).retry("consumer-registration", number);
            order.verify(transactions).commit(both);
        }
        assertThat(both.isRollbackOnly()).isFalse();
    }

    @Test
    void notesNothingOfAChosenCaseThatWentOnMeanwhile() {
        retryStoppedSteps.asBulkAct(source).act().accept("REG1", "ada");
        assertThat(both.isRollbackOnly()).isTrue();
    }
}
