package org.serviceexchange.consumer.connection.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/**
 * Refuses a start from the webapps: the process is started only for a link opened on our page, where the engine has no
 * authenticated user.
 */
@Component
class LinkOpenedListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication() != null) {
            throw new Problem(ProblemCode.LINK_INCOMPLETE);
        }
    }
}
