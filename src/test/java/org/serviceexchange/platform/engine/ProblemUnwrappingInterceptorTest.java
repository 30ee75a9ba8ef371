package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.context.i18n.LocaleContextHolder;

class ProblemUnwrappingInterceptorTest {

    private final Problem refused = new Problem(ProblemCode.COMPANY_NOT_USABLE);

    private final ProblemUnwrappingInterceptor refusals = new ProblemUnwrappingInterceptor();

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void areReadWithoutWhatTheEngineWrapsAroundThem() {
        refuse(new ProcessEngineException("listener failed", refused));

        assertThatThrownBy(() -> refusals.execute(context -> null))
                .isInstanceOf(Problem.class)
                .hasMessage(refused.sentence(Locale.ENGLISH));
    }

    @Test
    void areReadInTheLanguageOfTheRequest() {
        refuse(refused);
        LocaleContextHolder.setLocale(Locale.GERMAN);

        assertThatThrownBy(() -> refusals.execute(context -> null))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> org.assertj.core.api.Assertions.assertThat(problem.code())
                                .isEqualTo(ProblemCode.COMPANY_NOT_USABLE))
                .hasMessage(refused.sentence(Locale.GERMAN));
    }

    @Test
    void leaveOtherFailuresAsTheyAre() {
        var failure = new ProcessEngineException("no such task");
        refuse(failure);

        assertThatThrownBy(() -> refusals.execute(context -> null)).isSameAs(failure);
    }

    private void refuse(RuntimeException failure) {
        refusals.setNext(new CommandExecutor() {
            @Override
            public <T> T execute(Command<T> command) {
                throw failure;
            }
        });
    }
}
