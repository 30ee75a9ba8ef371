package org.serviceexchange.platform.measure.engine;

import io.micrometer.core.instrument.MeterRegistry;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Has the counters of a process begin at 0 when its model is read: a counter that appears with 1 shows no increase. */
@Component
class MeasuredModels extends AbstractBpmnParseListener {

    private final ProcessMeters meters;

    MeasuredModels(MeterRegistry meters) {
        this.meters = new ProcessMeters(meters);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        meters.starts(process.getKey());
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        if (scope.getProcessDefinition() instanceof ProcessDefinitionEntity process) {
            meters.ends(process.getKey(), event.getId());
        }
    }
}
