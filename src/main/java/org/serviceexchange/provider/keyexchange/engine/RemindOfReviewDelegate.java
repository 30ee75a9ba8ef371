package org.serviceexchange.provider.keyexchange.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.platform.engine.OpenTasks;
import org.serviceexchange.provider.keyexchange.RemindOfReview;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.springframework.stereotype.Component;

/** "Remind of review". */
@Component
class RemindOfReviewDelegate implements JavaDelegate {

    private final RemindOfReview remindOfReview;

    RemindOfReviewDelegate(RemindOfReview remindOfReview) {
        this.remindOfReview = remindOfReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remindOfReview.remind(execution.getProcessBusinessKey());
        OpenTasks.urge(execution, RegistrationElements.REVIEW_SUSPENDED_REGISTRATION);
    }
}
