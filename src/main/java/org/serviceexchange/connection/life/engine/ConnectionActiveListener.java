package org.serviceexchange.connection.life.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/** Refuses a start from the webapps: the process begins with its connection, once. */
@Component
class ConnectionActiveListener implements ExecutionListener {

    private final ConnectionLookup connections;

    ConnectionActiveListener(ConnectionLookup connections) {
        this.connections = connections;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String number = String.valueOf(execution.getProcessBusinessKey());
        if (execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication() != null
                || connections.find(number).isEmpty()) {
            throw new Problem(ProblemCode.CONNECTION_UNKNOWN, number);
        }
    }
}
