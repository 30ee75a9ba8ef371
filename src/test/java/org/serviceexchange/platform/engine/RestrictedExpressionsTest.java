package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;

class RestrictedExpressionsTest {

    private final GenericApplicationContext context = new GenericApplicationContext();
    private ProcessEngine engine;

    @BeforeEach
    void start() {
        context.registerBean(
                "first",
                ProcessRegistration.class,
                () -> new ProcessRegistration(
                        "first-process", "first", "task", "timer", Map.of(), List.of(), Map.of()));
        context.registerBean(
                "second",
                ProcessRegistration.class,
                () -> new ProcessRegistration(
                        "second-process",
                        "second",
                        "task",
                        "timer",
                        Map.of(),
                        List.of(),
                        Map.of("doItAgainDelegate", "doItDelegate")));
        context.registerBean("first.doItDelegate", JavaDelegate.class, () -> on -> on.setVariable("by", "first"));
        context.registerBean("second.doItDelegate", JavaDelegate.class, () -> on -> on.setVariable("by", "second"));
        context.registerBean("block.tellDelegate", JavaDelegate.class, () -> on -> on.setVariable("by", "block"));
        context.registerBean("loneDelegate", JavaDelegate.class, () -> on -> on.setVariable("by", "nobody"));
        context.registerBean("secret", String.class, () -> "secret");
        context.refresh();
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:house-expressions");
        configuration.setProcessEngineName("house-expressions");
        configuration.setExpressionManager(new RestrictedExpressions(context));
        configuration.setEnforceHistoryTimeToLive(false);
        engine = configuration.buildProcessEngine();
    }

    @AfterEach
    void stop() {
        engine.close();
        context.close();
    }

    @Test
    void callTheDelegateOfTheFeatureThatOwnsTheProcess() {
        assertThat(doneBy("first-process", "#{doItDelegate}")).isEqualTo("first");
        assertThat(doneBy("second-process", "#{doItDelegate}")).isEqualTo("second");
    }

    @Test
    void callABuildingBlockFromEveryProcess() {
        assertThat(doneBy("second-process", "#{tellDelegate}")).isEqualTo("block");
        assertThat(doneBy("process-of-an-analyst", "#{tellDelegate}")).isEqualTo("block");
        assertUnknown("process-of-an-analyst", "#{doItDelegate}");
    }

    @Test
    void callTheDelegateOfTodayByItsFormerName() {
        assertThat(doneBy("second-process", "#{doItAgainDelegate}")).isEqualTo("second");
        assertUnknown("first-process", "#{doItAgainDelegate}");
    }

    @Test
    void doNotReachOtherBeans() {
        assertUnknown("first-process", "#{loneDelegate}");
        assertUnknown("third-process", "#{doItDelegate}");
        assertUnknown("first-process", "#{secret}");
    }

    private void assertUnknown(String key, String expression) {
        assertThatExceptionOfType(ProcessEngineException.class)
                .isThrownBy(() -> doneBy(key, expression))
                .withMessageContaining("Unknown property used in expression: " + expression);
    }

    private Object doneBy(String key, String expression) {
        BpmnModelInstance model = Bpmn.createExecutableProcess(key)
                .startEvent()
                .serviceTask()
                .camundaDelegateExpression(expression)
                .userTask()
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(key + ".bpmn", model)
                .deploy();
        String id = engine.getRuntimeService().startProcessInstanceByKey(key).getId();
        return engine.getRuntimeService().getVariable(id, "by");
    }
}
