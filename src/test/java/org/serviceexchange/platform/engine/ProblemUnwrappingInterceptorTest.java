package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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

    private final ProblemUnwrappingInterceptor refusals =
            new ProblemUnwrappingInterceptor(Clock.fixed(Instant.parse("2026-03-01T10:00:00.5Z"), ZoneOffset.UTC));

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

    @Test
    void tellAPersonNothingOfAnExceptionThatIsNoProblem() {
        refuse(new ProcessEngineException("listener failed", new IllegalStateException("select secret from table")));
        LocaleContextHolder.setLocale(Locale.GERMAN);
        Problem unexpected = new Problem(ProblemCode.UNEXPECTED, "2026-03-01T10:00:00Z");

        assertThatThrownBy(() -> refusals.execute(context -> null))
                .isInstanceOf(Problem.class)
                .hasMessage(unexpected.sentence(Locale.GERMAN))
                .hasNoCause();

        refuse(new NullPointerException("org.example.Secret"));
        assertThatThrownBy(() -> refusals.execute(context -> null))
                .isInstanceOf(Problem.class)
                .hasMessage(unexpected.sentence(Locale.GERMAN));
    }

    @Test
    void leaveAFailureToTheJobsAsItIs() {
        var failure = new NullPointerException("fault");
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
