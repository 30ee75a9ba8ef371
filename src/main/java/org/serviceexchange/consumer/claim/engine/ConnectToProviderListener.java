package org.serviceexchange.consumer.claim.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.claim.ConnectToProvider;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.journal.Author;
import org.springframework.stereotype.Component;

/**
 * Records the company that a person chose in "Connect to Provider", in Tasklist or on our page; a refusal keeps the
 * task open.
 */
@Component
class ConnectToProviderListener implements TaskListener {

    private final ConnectToProvider connectToProvider;

    ConnectToProviderListener(ConnectToProvider connectToProvider) {
        this.connectToProvider = connectToProvider;
    }

    @Override
    public void notify(DelegateTask task) {
        String user = user(task);
        connectToProvider.connect(
                task.getExecution().getProcessBusinessKey(),
                task.getVariable(ConnectionElements.COMPANY_ID) instanceof String company ? company.strip() : "",
                user == null ? Author.SYSTEM : Author.of(user));
    }

    /** The user who is logged in at Tasklist; our page passes the user as the task's assignee instead. */
    private static @Nullable String user(DelegateTask task) {
        var loggedIn = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return loggedIn == null ? task.getAssignee() : loggedIn.getUserId();
    }
}
