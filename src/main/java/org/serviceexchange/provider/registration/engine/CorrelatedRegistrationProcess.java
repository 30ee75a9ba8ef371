package org.serviceexchange.provider.registration.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.TaskCompletion;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends messages to the process of a registration, which is found by the registration's number. */
@Component
class CorrelatedRegistrationProcess implements RegistrationProcess {

    private final RuntimeService runtime;
    private final TaskCompletion tasks;
    private final FailedSteps failedSteps;
    private final ConnectingUser connectingUser;

    CorrelatedRegistrationProcess(
            RuntimeService runtime, TaskCompletion tasks, FailedSteps failedSteps, ConnectingUser connectingUser) {
        this.runtime = runtime;
        this.tasks = tasks;
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
        connectingUser.during(userId, () -> tell(number, RegistrationElements.CONSUMER_CONNECTING, Map.of()));
    }

    /** After a denial on another page the process waits for the contact, who is here. */
    @Override
    @Transactional
    public void consentGiven(String number, String userId) {
        if (!tell(number, RegistrationElements.CONSENT_GIVEN, Map.of())) {
            consumerConnecting(number, userId);
            tell(number, RegistrationElements.CONSENT_GIVEN, Map.of());
        }
    }

    @Override
    @Transactional
    public void consentDenied(String number) {
        tell(number, RegistrationElements.CONSENT_DENIED, Map.of());
    }

    @Override
    @Transactional
    public void keysConfirmed(String number) {
        tell(number, RegistrationElements.KEYS_CONFIRMED, Map.of());
    }

    @Override
    @Transactional
    public void suspended(String number) {
        tell(number, RegistrationElements.KEY_EXCHANGE_SUSPENDED, Map.of());
    }

    @Override
    @Transactional
    public boolean resend(String number, String user) {
        return tell(number, RegistrationElements.RESEND_REQUESTED, Map.of()) || review(number, true, user);
    }

    @Override
    @Transactional
    public boolean cancel(String number) {
        return tell(number, RegistrationElements.CANCELLATION_REQUESTED, Map.of());
    }

    @Override
    public boolean checkAgain(String number, String user) {
        return complete(number, RegistrationElements.RESOLVE_VALIDATION_FINDINGS, Map.of(), user);
    }

    @Override
    @Transactional
    public boolean closeAsFailed(String number, String user) {
        return review(number, false, user);
    }

    @Override
    public boolean retry(String number) {
        return failedSteps.retry(RegistrationElements.PROCESS, number);
    }

    /** Sends a message; false if the process is not, or no longer, waiting for it. */
    private boolean tell(String number, String message, Map<String, Object> variables) {
        MessageCorrelationBuilder correlation = runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .setVariables(variables);
        return !correlation.correlateAllWithResult().isEmpty();
    }

    private boolean review(String number, boolean continueWithNewLink, String user) {
        return complete(
                number,
                RegistrationElements.REVIEW_SUSPENDED_REGISTRATION,
                Map.of(RegistrationElements.CONTINUE_WITH_NEW_LINK, continueWithNewLink),
                user);
    }

    private boolean complete(String number, String element, Map<String, Object> variables, String user) {
        return tasks.complete(RegistrationElements.PROCESS, number, element, variables, user);
    }
}
