package org.serviceexchange.platform.engine.job;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.platform.store.ChangedMeanwhile;
import org.serviceexchange.platform.store.Recording;

/**
 * A service task that asks another instance or a mail server, as the properties of its element in the model say. It is asked
 * before the transaction of its job begins ({@link AskBeforeTransaction}), so that nobody waits for a row or a connection while
 * the other side takes its time.
 */
public abstract class ConfiguredDelegate<R> implements JavaDelegate {

    /** Asks, without a transaction. */
    protected abstract Recording<R> ask(String number, Map<String, String> properties);

    /** Hands the recorded result to the process. */
    protected abstract void proceed(DelegateExecution execution, R result);

    @Override
    public final void execute(DelegateExecution execution) {
        try {
            proceed(execution, recording(execution).record());
        } catch (ChangedMeanwhile changed) {
            throw new OptimisticLockingException(changed.getMessage());
        }
    }

    /** A step that is not the first of its job, as a definition may have it, is asked only now. */
    private Recording<R> recording(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        return AskBeforeTransaction.<R>asked(this, number).orElseGet(() -> ask(number, StepProperties.of(execution)));
    }
}
