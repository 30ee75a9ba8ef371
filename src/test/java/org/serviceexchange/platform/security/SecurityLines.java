package org.serviceexchange.platform.security;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What the security log tells from now on. */
public final class SecurityLines implements AutoCloseable {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("security");

    private final ListAppender<ILoggingEvent> told = new ListAppender<>();

    public SecurityLines() {
        told.start();
        LOG.addAppender(told);
    }

    /** The lines as text. */
    public List<String> text() {
        return List.copyOf(told.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** The facts of the newest line, as JSON has them. */
    public Map<String, String> facts() {
        return told.list.get(told.list.size() - 1).getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> String.valueOf(pair.value)));
    }

    @Override
    public void close() {
        LOG.detachAppender(told);
    }
}
