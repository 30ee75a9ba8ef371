package org.serviceexchange.provider.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.serviceexchange.provider.RegistrationOrder;
import org.serviceexchange.provider.RegistrationProcess;
import org.serviceexchange.provider.Registrations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the process of a registration what happened, by messages that find it by its number. */
@Component
class CorrelatedRegistrationProcess implements RegistrationProcess {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Registrations registrations;

    CorrelatedRegistrationProcess(RuntimeService runtime, TaskService tasks, Registrations registrations) {
        this.runtime = runtime;
        this.tasks = tasks;
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
    public void resend(String number) {
        registrations.lock(number);
        if (!tell(number, RegistrationElements.RESEND_REQUESTED, Map.of()) && !continueAfterReview(number)) {
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

    /** False if the process does not wait for the message, now or any more. */
    private boolean tell(String number, String message, Map<String, Object> variables) {
        MessageCorrelationBuilder correlation = runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .setVariables(variables);
        return !correlation.correlateAllWithResult().isEmpty();
    }

    private boolean continueAfterReview(String number) {
        Task review = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(RegistrationElements.REVIEW_SUSPENDED_REGISTRATION)
                .singleResult();
        if (review == null) {
            return false;
        }
        tasks.complete(review.getId(), Map.of(RegistrationElements.CONTINUE_WITH_NEW_LINK, true));
        return true;
    }

    private String stateOf(String number) {
        return registrations.lock(number).facts().stateLabel();
    }
}
