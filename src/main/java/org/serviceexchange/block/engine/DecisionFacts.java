package org.serviceexchange.block.engine;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.Variables;
import org.serviceexchange.block.CaseFacts;
import org.serviceexchange.block.CaseRecords;
import org.serviceexchange.block.field.OwnFields;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hands the facts of the record to every decision of a process, at the moment of the decision. They hide variables of the same
 * names, are gone after the decision, and are never stored.
 *
 * <p>Security guarantees: What a decision knows of a record comes from the record, whatever the variables of the process say.
 */
@Component
class DecisionFacts extends AbstractBpmnParseListener {

    private final ObjectProvider<CaseRecords> records;
    private final ObjectProvider<OwnFields> ownFields;
    private final InstanceSettings instance;

    DecisionFacts(ObjectProvider<CaseRecords> records, ObjectProvider<OwnFields> ownFields, InstanceSettings instance) {
        this.records = records;
        this.ownFields = ownFields;
        this.instance = instance;
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        // The facts are variables of the task itself, which therefore has a scope of its own
        activity.setScope(true);
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::handIn);
    }

    private void handIn(DelegateExecution execution) {
        facts(execution.getProcessBusinessKey())
                .forEach((name, value) -> execution.setVariableLocal(name, Variables.stringValue(value, true)));
    }

    private Map<String, String> facts(String number) {
        CaseFacts facts = CaseRecords.get(records.stream().toList(), number);
        Map<String, String> known = new HashMap<>(ownFields.getObject().valuesOf(number));
        known.put("number", number);
        known.put("company", facts.company());
        known.put("companyId", facts.companyId());
        known.put("contact", facts.contact().name());
        known.put("contactDomain", domain(facts.contact().mail()));
        known.put("requester", facts.requester());
        known.put("peerHost", Objects.toString(URI.create(facts.peer()).getHost(), ""));
        known.put("environment", instance.mode().name());
        return known;
    }

    private static String domain(String mail) {
        return mail.substring(mail.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
