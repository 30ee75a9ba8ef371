package org.serviceexchange.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Flags;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** With a real IMAP server. */
class ReturnedMailRoundsTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<UUID> returned = new ArrayList<>();
    private RuntimeException failure;
    private GreenMailUser user;
    private ReturnedMailRounds rounds;

    @BeforeEach
    void aMailbox() {
        server.start();
        user = server.setUser("no-reply@provider.example.com", TestReturnedMail.USER, TestReturnedMail.PASSWORD);
        rounds = rounds(TestReturnedMail.at(server.getImap().getPort()));
    }

    @AfterEach
    void stop() {
        rounds.close();
        server.stop();
    }

    @Test
    void handEachReportOverOnceAndMarkItAsRead() throws Exception {
        user.deliver(TestReports.report());
        rounds.round();
        rounds.round();
        assertThat(returned).containsExactly(TestReports.MAIL);
        assertThat(seen()).containsExactly(true);
        assertThat(meters.get("service-exchange.mails")
                        .tag("outcome", "returned")
                        .counter()
                        .count())
                .isEqualTo(1);
        user.deliver(TestReports.reportWith("text/plain; charset=us-ascii", "text/plain"));
        rounds.round();
        assertThat(returned).as("what came since the last look").hasSize(2);
    }

    @Test
    void leaveEverythingElseAlone() throws Exception {
        user.deliver(TestReports.message("Subject: Out of office\nContent-Type: text/plain\n\nBack on Monday.\n"));
        user.deliver(TestReports.reportWith("Action: failed", "Action: delayed"));
        user.deliver(TestReports.reportWith(
                "0f8fad5b-d9cb-469f-a165-70867728950e@", "0f8fad5b-0000-469f-a165-70867728950e@"));
        inbox().get(0).setFlag(Flags.Flag.DELETED, true);
        rounds.round();
        assertThat(returned).containsExactly(UUID.fromString("0f8fad5b-0000-469f-a165-70867728950e"));
        assertThat(seen()).containsExactly(false, false, false);
    }

    @Test
    void readAgainWhatCouldNotBeRecorded() throws Exception {
        user.deliver(TestReports.report());
        failure = new IllegalStateException("The database does not answer.");
        rounds.round();
        assertThat(seen()).containsExactly(false);
        failure = null;
        rounds.round();
        assertThat(returned).containsExactly(TestReports.MAIL);
        assertThat(seen()).containsExactly(true);
    }

    @ParameterizedTest
    @EnumSource(names = {"RECORD_ALTERED", "JOURNAL_ALTERED", "NOT_FOUND"})
    void goOnAfterWhatCanNeverBeRecorded(ProblemCode code) throws Exception {
        user.deliver(TestReports.report());
        failure = new Problem(code, "REG0001001");
        user.deliver(TestReports.reportWith(
                "0f8fad5b-d9cb-469f-a165-70867728950e@", "0f8fad5b-0000-469f-a165-70867728950e@"));
        rounds.round();
        failure = null;
        rounds.round();
        assertThat(returned)
                .as("neither holds up another, nor is read again")
                .containsExactly(UUID.fromString("0f8fad5b-0000-469f-a165-70867728950e"));
        assertThat(seen()).containsExactly(false, false);
    }

    @Test
    void readAgainWhatSomebodyElseChangedMeanwhile() throws Exception {
        user.deliver(TestReports.report());
        failure = new Problem(ProblemCode.BUSY);
        rounds.round();
        failure = null;
        rounds.round();
        assertThat(returned).containsExactly(TestReports.MAIL);
    }

    /** Also after somebody who looks into the mailbox has read them. */
    @Test
    void findReportsThatSomebodyHasRead() throws Exception {
        user.deliver(TestReports.report());
        inbox().get(0).setFlag(Flags.Flag.SEEN, true);
        rounds.round();
        assertThat(returned).containsExactly(TestReports.MAIL);
    }

    @Test
    void goOnAfterAServerThatDidNotAnswer() throws Exception {
        user.deliver(TestReports.report());
        ReturnedMailSettings other = TestReturnedMail.at(1);
        try (ReturnedMailRounds unreachable = rounds(other)) {
            unreachable.round();
        }
        assertThat(returned).isEmpty();
        rounds.round();
        assertThat(returned).hasSize(1);
    }

    @Test
    void doNothingWithoutAMailbox() {
        try (ReturnedMailRounds off = rounds(TestReturnedMail.off())) {
            off.round();
        }
        assertThat(returned).isEmpty();
    }

    private ReturnedMailRounds rounds(ReturnedMailSettings settings) {
        return new ReturnedMailRounds(settings, List.of(this::record), meters, Clock.systemUTC());
    }

    private boolean record(UUID id, Finding why) {
        if (failure != null && id.equals(TestReports.MAIL)) {
            throw failure;
        }
        assertThat(why.arguments().get(0)).isEqualTo("mx.acme.example");
        returned.add(id);
        return id.equals(TestReports.MAIL);
    }

    private List<Boolean> seen() throws Exception {
        return inbox().stream()
                .map(message -> message.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    private List<StoredMessage> inbox() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(user).getMessages();
    }
}
