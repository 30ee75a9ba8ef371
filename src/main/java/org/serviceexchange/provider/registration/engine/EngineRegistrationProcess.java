package org.serviceexchange.provider.registration.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.serviceexchange.platform.engine.CaseProcess;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ReadableData;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs the process of a registration on the engine. */
@Component
class EngineRegistrationProcess implements RegistrationProcess {

    private final RuntimeService runtime;
    private final CaseProcess cases;
    private final FailedSteps failedSteps;
    private final ConnectingUser connectingUser;

    EngineRegistrationProcess(
            RuntimeService runtime, TaskService tasks, FailedSteps failedSteps, ConnectingUser connectingUser) {
        this.runtime = runtime;
        this.cases = new CaseProcess(RegistrationElements.PROCESS, runtime, tasks, failedSteps);
        this.failedSteps = failedSteps;
        this.connectingUser = connectingUser;
    }

    @Override
    @Transactional
    public String start(RegistrationOrder order) {
        return runtime.createProcessInstanceByKey(RegistrationElements.PROCESS)
                .setVariables(RegistrationVariables.of(order))
                .executeWithVariablesInReturn()
                .getBusinessKey();
    }

    @Override
    @Transactional
    public void consumerConnecting(String number, String userId) {
        connectingUser.during(userId, () -> cases.tell(number, RegistrationElements.CONSUMER_CONNECTING, Map.of()));
    }

    @Override
    @Transactional
    public void contactConnecting(String number, String userId) {
        connectingUser.during(userId, () -> cases.tellOrKeep(number, RegistrationElements.CONSUMER_CONNECTING, userId));
    }

    /** After a denial on another page the process waits for the contact, who is here. */
    @Override
    @Transactional
    public void consentGiven(String number, String userId) {
        if (!cases.tell(number, RegistrationElements.CONSENT_GIVEN, Map.of())) {
            consumerConnecting(number, userId);
            cases.tellOrKeep(number, RegistrationElements.CONSENT_GIVEN, userId);
        }
    }

    @Override
    @Transactional
    public void consentDenied(String number) {
        cases.tell(number, RegistrationElements.CONSENT_DENIED, Map.of());
    }

    @Override
    @Transactional
    public void keysConfirmed(String number) {
        cases.tellOrKeep(number, RegistrationElements.KEYS_CONFIRMED, "");
    }

    @Override
    @Transactional
    public void suspended(String number) {
        cases.tellOrKeep(number, RegistrationElements.KEY_EXCHANGE_SUSPENDED, "");
    }

    @Override
    @Transactional
    public boolean resend(String number, String user) {
        return cases.tell(number, RegistrationElements.RESEND_REQUESTED, Map.of()) || review(number, true, user);
    }

    @Override
    @Transactional
    public boolean cancel(String number) {
        return cases.tell(number, RegistrationElements.CANCELLATION_REQUESTED, Map.of());
    }

    /** A process of an earlier version has one way to an end at any time, on which the closed record stays as it is. */
    @Override
    @Transactional
    public boolean decline(String number) {
        return cases.tell(number, RegistrationElements.REGISTRATION_DECLINED, Map.of()) || cancel(number);
    }

    @Override
    public boolean checkAgain(String number, String user) {
        return cases.complete(number, RegistrationElements.RESOLVE_VALIDATION_FINDINGS, Map.of(), user);
    }

    @Override
    @Transactional
    public boolean closeAsFailed(String number, String user) {
        return review(number, false, user);
    }

    @Override
    @Transactional
    public void addressCorrected(String number, String consumerUrl) {
        set(number, Map.of(RegistrationElements.CONSUMER_URL, consumerUrl));
    }

    @Override
    @Transactional
    public void contactChanged(String number, String companyId, String contactId) {
        set(number, Map.of(RegistrationElements.COMPANY_ID, companyId, RegistrationElements.CONTACT_ID, contactId));
    }

    private void set(String number, Map<String, Object> variables) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(RegistrationElements.PROCESS)
                .processInstanceBusinessKey(number)
                .list()
                .forEach(running -> runtime.setVariables(running.getProcessInstanceId(), variables));
    }

    @Override
    public boolean retry(String number) {
        return cases.retry(number);
    }

    @Override
    @Transactional
    public boolean handOverLink(String number) {
        failedSteps
                .reason(RegistrationElements.PROCESS, number)
                .ifPresent(why -> set(number, Map.of(RegistrationElements.DELIVERY_PROBLEM, ReadableData.of(why))));
        return cases.move(number, RegistrationElements.SEND_REGISTRATION_E_MAIL, RegistrationElements.WRITE_WORK_NOTE);
    }

    @Override
    @Transactional
    public boolean dropReminder(String number) {
        return cases.move(number, RegistrationElements.REMIND_CONTACT, null);
    }

    private boolean review(String number, boolean continueWithNewLink, String user) {
        return cases.complete(
                number,
                RegistrationElements.REVIEW_SUSPENDED_REGISTRATION,
                Map.of(RegistrationElements.CONTINUE_WITH_NEW_LINK, continueWithNewLink),
                user);
    }
}
