package org.serviceexchange.block.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.block.CaseFacts;
import org.serviceexchange.block.CaseFacts.Reader;
import org.serviceexchange.block.field.OwnFields;

/** What a decision of a process is told. */
class DecisionFactsTest {

    @Test
    @Guarantee(
            of = DecisionFacts.class,
            says =
                    "What a decision knows of a record comes from the record, whatever the variables of the process say.")
    void comeFromTheRecordAndAreGoneAfterwards() throws Exception {
        OwnFields fields = mock();
        when(fields.valuesOf("REG0001001")).thenReturn(Map.of("own_purchaseOrder", "4711"));
        ActivityImpl task = new ActivityImpl("decision", new ProcessDefinitionImpl("process"));
        BlockEngine.decisionFacts(number -> Optional.of(facts(number)), fields)
                .parseBusinessRuleTask(mock(Element.class), task, task);
        Map<String, Object> handedIn = new HashMap<>();
        DelegateExecution execution = mock();
        when(execution.getProcessBusinessKey()).thenReturn("REG0001001");
        doAnswer(call -> {
                    TypedValue value = call.getArgument(1);
                    assertThat(value.isTransient()).as("never stored").isTrue();
                    return handedIn.put(call.getArgument(0), value.getValue());
                })
                .when(execution)
                .setVariableLocal(anyString(), any());
        ((ExecutionListener) task.getBuiltInListeners(ExecutionListener.EVENTNAME_START)
                        .get(0))
                .notify(execution);

        assertThat(task.isScope()).as("hides variables of the process").isTrue();
        assertThat(handedIn)
                .containsOnly(
                        Map.entry("number", "REG0001001"),
                        Map.entry("company", "ACME"),
                        Map.entry("companyId", "acme"),
                        Map.entry("contact", "Carla"),
                        Map.entry("contactDomain", "acme.example"),
                        Map.entry("requester", "paula"),
                        Map.entry("peerHost", "consumer.example.com"),
                        Map.entry("environment", "STANDARD"),
                        Map.entry("own_purchaseOrder", "4711"));
        verify(execution, never()).getVariable(anyString());
    }

    private static CaseFacts facts(String number) {
        return new CaseFacts(
                number,
                "ACME",
                "acme",
                new Reader("Carla", "Carla@ACME.example", null),
                "paula",
                "https://consumer.example.com",
                "/registrations/" + number);
    }
}
