package org.serviceexchange.consumer.authorization.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.springframework.stereotype.Component;

/** Keeps "Authenticate at provider" open when somebody completes it by hand, with a sentence that says what to do. */
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
