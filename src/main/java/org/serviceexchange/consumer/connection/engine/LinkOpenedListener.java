package org.serviceexchange.consumer.connection.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/** Refuses a start by the webapps: the process belongs to a link that was opened on our page, where the engine knows nobody. */
@Component
class LinkOpenedListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication() != null) {
            throw new Problem(ProblemCode.LINK_INCOMPLETE);
        }
    }
}
