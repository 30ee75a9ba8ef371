package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.slf4j.LoggerFactory;

class UnexpectedFailureTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(UnexpectedFailure.class);

    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void listen() {
        written.start();
        LOG.addAppender(written);
    }

    @AfterEach
    void stop() {
        LOG.detachAppender(written);
    }

    @Test
    void isFoundInTheLogUnderTheTimeThatPeopleAreTold() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00.987Z"), ZoneOffset.UTC);
        Problem told = UnexpectedFailure.logged(clock, "Job 4711", new IllegalStateException("fault"));

        assertThat(told.finding()).isEqualTo(new Problem(ProblemCode.UNEXPECTED, "2026-03-01T10:00:00Z").finding());
        assertThat(told).hasNoCause();
        assertThat(written.list).singleElement().satisfies(entry -> {
            assertThat(entry.getFormattedMessage()).isEqualTo("Job 4711 failed at 2026-03-01T10:00:00Z");
            assertThat(entry.getThrowableProxy().getClassName()).isEqualTo(IllegalStateException.class.getName());
            assertThat(entry.getThrowableProxy().getMessage()).isEqualTo("fault");
        });
    }
}
