package org.serviceexchange.provider.registration.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.RegistrationInWords;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends messages to the process of a registration, which is found by the registration's number. */
@Component
class CorrelatedRegistrationProcess implements RegistrationProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FailedSteps failedSteps;
    private final Registrations registrations;

    CorrelatedRegistrationProcess(
            RuntimeService runtime, TaskService tasks, FailedSteps failedSteps, Registrations registrations) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.failedSteps = failedSteps;
        this.registrations = registrations;
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
        tell(number, RegistrationElements.CONSUMER_CONNECTING, Map.of(RegistrationElements.CONNECTING_USER, userId));
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
    public void resend(String number, String user) {
        registrations.lock(number);
        if (!tell(number, RegistrationElements.RESEND_REQUESTED, Map.of()) && !review(number, true, user)) {
            throw new Problem(ProblemCode.LINK_NOT_OPEN, number, stateOf(number));
        }
    }

    @Override
    @Transactional
    public void cancel(String number) {
        registrations.lock(number);
        if (!tell(number, RegistrationElements.CANCELLATION_REQUESTED, Map.of())) {
            throw new Problem(ProblemCode.REGISTRATION_CLOSED, number, stateOf(number));
        }
    }

    @Override
    @Transactional
    public boolean checkAgain(String number, String user) {
        registrations.lock(number);
        return complete(number, RegistrationElements.RESOLVE_VALIDATION_FINDINGS, Map.of(), user);
    }

    @Override
    @Transactional
    public boolean closeAsFailed(String number, String user) {
        registrations.lock(number);
        return review(number, false, user);
    }

    @Override
    @Transactional
    public boolean retry(String number) {
        registrations.lock(number);
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

    /** As in Tasklist, the task is assigned to the user who completes it. */
    private boolean complete(String number, String element, Map<String, Object> variables, String user) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(element)
                .singleResult();
        if (task == null) {
            return false;
        }
        tasks.setAssignee(task.getId(), user);
        tasks.complete(task.getId(), variables);
        return true;
    }

    private LocalizedMessage stateOf(String number) {
        return RegistrationInWords.state(registrations.lock(number).snapshot());
    }
}
