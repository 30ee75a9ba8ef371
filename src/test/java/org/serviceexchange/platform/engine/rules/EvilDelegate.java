package org.serviceexchange.platform.engine.rules;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Code that a model tries to bring along; counts how often it ran. */
public final class EvilDelegate implements JavaDelegate, TaskListener {

    public static final AtomicInteger RUNS = new AtomicInteger();

    @Override
    public void execute(DelegateExecution execution) {
        RUNS.incrementAndGet();
    }

    @Override
    public void notify(DelegateTask task) {
        RUNS.incrementAndGet();
    }
}
