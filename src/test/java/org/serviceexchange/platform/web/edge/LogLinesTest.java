package org.serviceexchange.platform.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;
import org.springframework.core.io.ClassPathResource;

/** Nobody can write a line of the log by what he enters: the pattern marks each line that continues another. */
class LogLinesTest {

    private static final String FORGED = "2026-01-01T00:00:00.000Z  INFO [main] Admin logged in";

    @Test
    void marksTheLinesThatContinueAMessage() throws IOException {
        String log = logged("No setting x\n" + FORGED + "\r\n" + FORGED + "\rz\u001b[2K\u0085\u2028y", null);

        assertThat(log.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    | "));
        assertThat(log).doesNotContain("\r", "\u001b", "\u0085", "\u2028").contains("No setting x", "?[2K??y");
    }

    @Test
    void marksTheLinesThatContinueTheMessageOfAnException() throws IOException {
        String log = logged(
                "failed", new IllegalStateException("a\n" + FORGED, new IllegalArgumentException("b\n" + FORGED)));

        assertThat(log.lines().skip(1))
                .allMatch(line -> line.isEmpty()
                        || line.startsWith("    | ")
                        || line.startsWith("\tat ")
                        || line.startsWith("\t... ")
                        || line.startsWith("Caused by: "));
        assertThat(log).contains("    | " + FORGED, "\tat org.serviceexchange.", "Caused by: ");
    }

    private static String logged(String message, Throwable failure) throws IOException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("wEx", WhitespaceThrowableProxyConverter::new);
        layout.setPattern(pattern());
        layout.start();
        return layout.doLayout(new LoggingEvent(
                LogLinesTest.class.getName(), context.getLogger("test"), Level.INFO, message, failure, new Object[0]));
    }

    private static String pattern() throws IOException {
        var settings = new YamlPropertySourceLoader().load("settings", new ClassPathResource("application.yaml"));
        return String.valueOf(settings.get(0).getProperty("logging.pattern.console"));
    }
}
