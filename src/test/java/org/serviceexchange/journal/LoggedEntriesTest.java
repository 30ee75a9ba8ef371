package org.serviceexchange.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.journey.Await;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.KeptRegistrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What the log of a running instance tells of registrations, and under which trace. */
@InstanceTest
class LoggedEntriesTest {

    private static final LocalizedMessage NOTE = LocalizedMessage.of("provider.note.cancelled");

    @LocalServerPort
    int port;

    @Autowired
    private Journal journal;

    @Autowired
    private KeptRegistrations registrations;

    @Autowired
    private TransactionTemplate transaction;

    private LogLines lines;

    /** Not before the instance has started: its log begins anew then. */
    @BeforeEach
    void listen() {
        lines = new LogLines("journal");
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void areOneLineEachWithNumberKeyAndAuthor() {
        String number = "REG-" + UUID.randomUUID().toString().substring(0, 8);
        journal.workNote(number, "ada", NOTE);

        assertThat(lines.with(number)).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage())
                    .isEqualTo(number + " provider.note.cancelled by ada: " + NOTE.inDefault());
            assertThat(LogLines.fact(line, "case.number")).contains(number);
            assertThat(LogLines.fact(line, "event.action")).contains("provider.note.cancelled");
        });
    }

    @Test
    void areNotToldWhenTheyAreRolledBackOrTypedByAPerson() {
        String number = "REG-" + UUID.randomUUID().toString().substring(0, 8);
        transaction.executeWithoutResult(status -> {
            journal.workNote(number, "ada", NOTE);
            assertThat(lines.with(number)).isEmpty();
            status.setRollbackOnly();
        });
        journal.workNote(number, Author.of("ada"), "typed by Ada");
        assertThat(lines.with(number)).isEmpty();
    }

    @Test
    void leaveOutTextsThatSomebodyMayHaveTyped() {
        String number = "REG-" + UUID.randomUUID().toString().substring(0, 8);
        LocalizedMessage typed = LocalizedMessage.of("offboarding.note.asked", "They told me 4711.");
        journal.workNote(number, "ada", LocalizedMessage.of("offboarding.note.asked", List.of(typed, 12)));
        assertThat(lines.with(number))
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("Off-boarded. Reason: Off-boarded. Reason: …", "12")
                        .doesNotContain("4711"));
    }

    @Test
    void haveTheTraceOfTheJobThatCausedThem() {
        String number = registrations.started();
        Await.until(
                "a step of the process wrote an entry", () -> lines.with(number).size() > 1);
        assertThat(lines.with(number))
                .anySatisfy(line -> assertThat(trace(line)).matches("[0-9a-f]{32}"));
    }

    @Test
    void haveTheTraceThatAPeerSent() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        try (LogLines refusals = new LogLines("security")) {
            TestBrowser peer = new TestBrowser(port);
            peer.send(peer.request("/api/v1/registrations")
                    .header("traceparent", "00-" + trace + "-b7ad6b7169203331-00")
                    .header("Authorization", "Bearer wrong")
                    .GET());
            assertThat(refusals.with("/api/v1/registrations"))
                    .extracting(LoggedEntriesTest::trace)
                    .contains(trace);
        }
    }

    private static String trace(ILoggingEvent line) {
        return line.getMDCPropertyMap().getOrDefault("traceId", "");
    }
}
