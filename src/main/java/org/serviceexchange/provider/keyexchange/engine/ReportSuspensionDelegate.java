package org.serviceexchange.provider.keyexchange.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.provider.keyexchange.ReportSuspension;
import org.springframework.stereotype.Component;

/** "Report suspension". */
@Component
class ReportSuspensionDelegate implements JavaDelegate {

    private final ReportSuspension reportSuspension;

    ReportSuspensionDelegate(ReportSuspension reportSuspension) {
        this.reportSuspension = reportSuspension;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reportSuspension.report(execution.getProcessBusinessKey());
    }
}
