package org.serviceexchange.consumer.validation.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.approval.engine.ApprovalTasks;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.consumer.validation.CheckPrerequisitesAtConsumer;
import org.serviceexchange.platform.engine.FindingsVariable;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Component;

/** "Check prerequisites". */
@Component
class CheckPrerequisitesDelegate extends AskingDelegate<List<Finding>> {

    private final CheckPrerequisitesAtConsumer checkPrerequisites;
    private final ApprovalTasks approvals;

    CheckPrerequisitesDelegate(CheckPrerequisitesAtConsumer checkPrerequisites, ApprovalTasks approvals) {
        this.checkPrerequisites = checkPrerequisites;
        this.approvals = approvals;
    }

    @Override
    protected Recording<List<Finding>> ask(String number) {
        return checkPrerequisites.check(number);
    }

    @Override
    protected void proceed(DelegateExecution execution, List<Finding> findings) {
        approvals.begin(execution);
        FindingsVariable.write(execution, findings, ConnectionElements.RESOLVE_VALIDATION_FINDINGS);
    }
}
