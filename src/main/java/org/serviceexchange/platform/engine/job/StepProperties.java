package org.serviceexchange.platform.engine.job;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * The properties that an analyst gave an element in the model, such as who gets the e-mail of a step. They come from the model
 * and never from variables, which anybody who may write variables could change.
 */
public final class StepProperties {

    private StepProperties() {}

    /** The properties of the element at which an execution is. */
    public static Map<String, String> of(DelegateExecution execution) {
        return of(execution.getBpmnModelElementInstance());
    }

    /** The properties of an element of a model. */
    static Map<String, String> of(BaseElement element) {
        Map<String, String> properties = new HashMap<>();
        if (element.getExtensionElements() != null) {
            element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(several -> several.getCamundaProperties().stream())
                    .filter(one -> one.getCamundaValue() != null
                            && !one.getCamundaValue().isBlank())
                    .forEach(one ->
                            properties.put(name(one), one.getCamundaValue().strip()));
        }
        return Map.copyOf(properties);
    }

    private static String name(CamundaProperty property) {
        String name = property.getCamundaName();
        return name == null ? "" : name;
    }
}
