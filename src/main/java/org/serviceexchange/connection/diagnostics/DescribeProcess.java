package org.serviceexchange.connection.diagnostics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessPosition;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Where the process of the connection stands, and what happened last; nothing that a person typed. */
@Component
class DescribeProcess {

    private static final int LAST = 50;

    private final ProcessDiagram diagram;
    private final Journal journal;

    DescribeProcess(@Qualifier("connectionLifeDiagram") ProcessDiagram diagram, Journal journal) {
        this.diagram = diagram;
        this.journal = journal;
    }

    Map<String, Object> steps(LivingConnection connection) {
        ProcessPosition position = diagram.position(connection.number(), Locale.ENGLISH);
        FailedSteps.Failure failure = diagram.failure(connection.number());
        Finding trouble = failure.reason().orElse(null);
        return Facts.of("active", position.active())
                .and("passed", position.passed())
                .and("stopped", position.stuck())
                .and("failure", trouble == null ? null : trouble.code().code())
                .and(
                        "failureInWords",
                        trouble == null ? null : Untyped.of(trouble.cause()).in(Locale.ENGLISH))
                .and("nextTry", failure.nextTry().orElse(null))
                .map();
    }

    /** The last entries, oldest first; of what a person typed only that there was something. */
    List<Map<String, Object>> journal(LivingConnection connection) {
        return journal.latest(connection.subject(), LAST).stream()
                .sorted(Comparator.comparing(JournalEntry::at))
                .map(entry -> Facts.of("at", entry.at())
                        .and("kind", entry.kind())
                        .and("author", entry.author().kind())
                        .and("text", text(entry))
                        .map())
                .toList();
    }

    private static String text(JournalEntry entry) {
        LocalizedMessage message = entry.message();
        return message == null ? "(typed)" : Untyped.of(message).in(Locale.ENGLISH);
    }
}
