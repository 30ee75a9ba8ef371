package org.serviceexchange.journal;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** What a logger writes from now on. */
public final class LogLines implements AutoCloseable {

    private final Logger log;
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    public LogLines(String logger) {
        log = (Logger) LoggerFactory.getLogger(logger);
        written.start();
        log.addAppender(written);
    }

    /** The lines that contain this text. */
    public List<ILoggingEvent> with(String text) {
        return List.copyOf(written.list).stream()
                .filter(line -> line.getFormattedMessage().contains(text))
                .toList();
    }

    /** The value of a fact of a line. */
    public static Optional<String> fact(ILoggingEvent line, String name) {
        return line.getKeyValuePairs().stream()
                .filter(pair -> pair.key.equals(name))
                .map(pair -> String.valueOf(pair.value))
                .findFirst();
    }

    @Override
    public void close() {
        log.detachAppender(written);
    }
}
