package org.serviceexchange.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Strangers write into the mailbox what they like. */
class ReturnedMailboxTest {

    private static final String PLAIN = "(\"text\" \"plain\" NIL NIL NIL \"7bit\" 10 1)";
    private static final Instant SINCE = Instant.parse("2026-03-01T10:00:00Z");

    /** The answer of the server is as long as strangers want: it names every part of a message. */
    @Test
    void asksForTheStructureOfOneMessageAtATimeAndNeverOfALongOne() throws Exception {
        try (TestImapServer server = new TestImapServer(
                List.of(new TestImapServer.Mail(900, PLAIN), new TestImapServer.Mail(1_000_001, PLAIN)))) {
            mailbox(server).read(SINCE, report -> true);
            assertThat(server.said())
                    .filteredOn(line -> line.startsWith("FETCH"))
                    .containsExactly("FETCH 1:2 (UID RFC822.SIZE)", "FETCH 1 (BODYSTRUCTURE)");
        }
    }

    @Test
    void goesOnAfterAMessageThatIsNestedTooDeeply() throws Exception {
        String deep = "(".repeat(200_000);
        try (TestImapServer server =
                new TestImapServer(List.of(new TestImapServer.Mail(900, deep), new TestImapServer.Mail(900, PLAIN)))) {
            ReturnedMailbox mailbox = mailbox(server);
            mailbox.read(SINCE, report -> true);
            mailbox.read(SINCE, report -> true);
            assertThat(server.said())
                    .as("each is read once")
                    .filteredOn(line -> line.endsWith("(BODYSTRUCTURE)"))
                    .containsExactly("FETCH 1 (BODYSTRUCTURE)", "FETCH 2 (BODYSTRUCTURE)");
        }
    }

    private static ReturnedMailbox mailbox(TestImapServer server) throws IOException {
        return new ReturnedMailbox(TestReturnedMail.at(server.port()));
    }
}
