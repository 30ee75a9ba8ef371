package org.serviceexchange.platform.engine.rules;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * Keeps business keys, which are numbers of records, to the application: adds to every process a listener that no model can
 * leave out and that also hears of a start in the middle of a process.
 *
 * <p>A process that another one calls has the key of its caller, because it belongs to the same record.
 *
 * <p>Security guarantees: a person never gives a process its business key. A business key belongs to one running process of its
 * kind.
 */
public final class OneProcessPerKey extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) OneProcessPerKey::check);
    }

    /** The engine knows a user only while the webapps call it; the application's own calls have none. */
    private static void check(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        boolean called = ((ExecutionEntity) execution).getSuperExecution() != null;
        if (key == null || key.isEmpty() || called) {
            return;
        }
        boolean byAPerson =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication() != null;
        if (byAPerson || isTaken(execution, key)) {
            throw new Problem(
                    ProblemCode.WEBAPP_REQUEST_REFUSED, LocalizedMessage.of("engine.refused.businessKey", key));
        }
    }

    private static boolean isTaken(DelegateExecution execution, String key) {
        String process = ((ExecutionEntity) execution).getProcessDefinition().getKey();
        return execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key, process)
                .list()
                .stream()
                .anyMatch(other -> !other.getId().equals(execution.getProcessInstanceId()));
    }
}
