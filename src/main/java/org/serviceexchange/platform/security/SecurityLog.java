package org.serviceexchange.platform.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what matters to security into a log of its own, {@code security}: one line each, with facts by the names of Elastic
 * Common Schema. What is done in a transaction is written when it is committed.
 *
 * <p>Security guarantees: What somebody entered is quoted, so that nobody can write a line or a fact of his own. A change that
 * was rolled back is not told.
 */
public final class SecurityLog {

    /** The fact who does it. */
    public static final String USER = "user.name";

    /** Under this name every line of a request has who asks; not that of the fact, because JSON has each name once. */
    public static final String ACTOR = "actor";

    private static final Logger LOG = LoggerFactory.getLogger("security");
    private static final int LONGEST = 200;

    /** One of each in the whole JVM, as the log. */
    private static final Map<SecurityEvent, LongAdder> RECORDED = new ConcurrentHashMap<>();

    private SecurityLog() {}

    /** How often an event was written since the JVM began. */
    static double recorded(SecurityEvent event) {
        return counter(event).sum();
    }

    private static LongAdder counter(SecurityEvent event) {
        return RECORDED.computeIfAbsent(event, first -> new LongAdder());
    }

    /**
     * Writes an event.
     *
     * @param facts names and values in turn, such as {@code "source.address", "10.0.0.1"}
     */
    public static void record(SecurityEvent event, String... facts) {
        String actor = MDC.get(ACTOR);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    write(event, actor, facts);
                }
            });
        } else {
            write(event, actor, facts);
        }
    }

    private static void write(SecurityEvent event, String actor, String... facts) {
        counter(event).increment();
        LoggingEventBuilder line = event.outcome().equals("success") ? LOG.atInfo() : LOG.atWarn();
        line = line.addKeyValue("event.category", event.category())
                .addKeyValue("event.action", event.action())
                .addKeyValue("event.outcome", event.outcome());
        StringBuilder text = new StringBuilder(event.action()).append(':');
        boolean named = false;
        for (int i = 0; i + 1 < facts.length; i += 2) {
            named |= facts[i].equals(USER);
            line = line.addKeyValue(facts[i], facts[i + 1]);
            text.append(' ').append(facts[i]).append('=').append(quoted(facts[i + 1]));
        }
        if (!named && actor != null) {
            line = line.addKeyValue(USER, actor);
            text.append(' ').append(USER).append('=').append(quoted(actor));
        }
        line.log(text.toString());
    }

    /** As in JSON; what is not a plain character of the line is written by its number. */
    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().limit(LONGEST).forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isPlain(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format("\\u%04X", c));
            }
        });
        return quoted.append('"').toString();
    }

    /** Neither a control character, a line separator, nor one that changes the direction of the text. */
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
