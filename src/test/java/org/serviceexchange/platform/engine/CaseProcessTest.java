package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A step that runs at the same moment as a message. */
class CaseProcessTest {

    private final RuntimeService runtime = mock();
    private final CaseProcess process = new CaseProcess("process", runtime, mock(), mock());

    @BeforeEach
    void aStepRuns() {
        MessageCorrelationBuilder correlation = mock(MessageCorrelationBuilder.class, RETURNS_SELF);
        when(runtime.createMessageCorrelation(anyString())).thenReturn(correlation);
        when(correlation.setVariables(anyMap())).thenReturn(correlation);
        when(correlation.correlateAllWithResult()).thenThrow(new OptimisticLockingException("changed"));
    }

    @AfterEach
    void nobodyWaits() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void isSaidToWhoeverWaitsForTheAnswer() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        assertThatThrownBy(() -> process.tell("REG0001001", "cancel", Map.of()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CHANGED_AT_ONCE));
    }

    @Test
    void makesAJobRepeat() {
        assertThatThrownBy(() -> process.tell("REG0001001", "cancel", Map.of()))
                .isInstanceOf(OptimisticLockingException.class);
    }
}
