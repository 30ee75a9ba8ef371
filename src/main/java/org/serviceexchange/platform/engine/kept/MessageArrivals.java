package org.serviceexchange.platform.engine.kept;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Hears when a case arrives at a step that waits for a message, and delivers what is kept for it as soon as the case has arrived. */
final class MessageArrivals extends AbstractBpmnParseListener {

    private static final ExecutionListener ARRIVAL = MessageArrivals::arrived;

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl task) {
        hear(task);
    }

    @Override
    public void parseBoundaryMessageEventDefinition(Element element, boolean interrupting, ActivityImpl event) {
        hear(event.getEventScope());
    }

    @Override
    public void parseIntermediateMessageCatchEventDefinition(Element element, ActivityImpl event) {
        hear(event.getEventScope());
    }

    private static void hear(ScopeImpl host) {
        Collection<?> there = host.getBuiltInListeners(ExecutionListener.EVENTNAME_START);
        if (!there.contains(ARRIVAL)) {
            host.addBuiltInListener(ExecutionListener.EVENTNAME_START, ARRIVAL);
        }
    }

    private static void arrived(DelegateExecution execution) {
        ExecutionEntity here = (ExecutionEntity) execution;
        ExecutionEntity process = here.getProcessInstance();
        List<JobEntity> kept = KeptMessages.of(process);
        if (!kept.isEmpty()) {
            Set<String> awaited =
                    EventSubscriptionDeclaration.getDeclarationsForScope(here.getActivity()).values().stream()
                            .map(EventSubscriptionDeclaration::getUnresolvedEventName)
                            .collect(Collectors.toSet());
            kept.stream()
                    .filter(job -> awaited.contains(KeptMessages.name(job)))
                    .forEach(job -> {
                        job.delete();
                        KeptMessages.send(process, KeptMessage.read(job.getJobHandlerConfigurationRaw()));
                    });
        }
    }
}
