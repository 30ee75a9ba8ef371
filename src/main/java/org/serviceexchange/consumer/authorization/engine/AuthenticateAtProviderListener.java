package org.serviceexchange.consumer.authorization.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.springframework.stereotype.Component;

/** Refuses the completion of "Authenticate at provider" by hand, with a message that says what to do instead. */
@Component
class AuthenticateAtProviderListener implements TaskListener {

    private final AuthenticateAtProvider authenticateAtProvider;

    AuthenticateAtProviderListener(AuthenticateAtProvider authenticateAtProvider) {
        this.authenticateAtProvider = authenticateAtProvider;
    }

    @Override
    public void notify(DelegateTask task) {
        authenticateAtProvider.requireAuthenticated(task.getExecution().getProcessBusinessKey());
    }
}
