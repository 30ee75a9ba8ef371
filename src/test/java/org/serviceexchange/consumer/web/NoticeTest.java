package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.PeerProblem;

class NoticeTest {

    @Test
    void saysAProblemOfOursInTheReadersLanguage() {
        Problem away = new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com");
        assertThat(Notice.of(away.finding(), Locale.GERMAN))
                .isEqualTo(new Notice(away.sentence(Locale.GERMAN), "SX-5002", "OPERATOR"));
    }

    @Test
    void namesTheClocksThatTheProviderNames() {
        PeerProblem skew = peer("SX-3007", List.of("12:00:00Z", "13:00:00Z"), "Something else.");
        assertThat(Notice.of(skew.finding(), Locale.ENGLISH))
                .isEqualTo(new Notice(
                        "The clocks of the two instances differ too much: here 12:00:00Z, there 13:00:00Z. Set both"
                                + " clocks by NTP and try again.",
                        "SX-3007",
                        "OPERATOR"));
    }

    @Test
    void quotesAProviderThatSendsNoArguments() {
        assertThat(Notice.of(peer("SX-3007", List.of(), "Later, please.").finding(), Locale.GERMAN))
                .isEqualTo(new Notice("Der Anbieter sagt: Later, please.", "SX-3007", "OPERATOR"));
    }

    @Test
    void readsNothingOutOfTheSentenceOfAProvider() {
        String sentence = new Problem(ProblemCode.CLOCKS_DIFFER, "12:00:00Z", "13:00:00Z").getMessage();
        assertThat(Notice.of(peer("SX-3007", List.of(), sentence).finding(), Locale.GERMAN)
                        .text())
                .isEqualTo("Der Anbieter sagt: " + sentence);
    }

    @Test
    void needsNoArgumentsOfACodeWhoseTextsNameNone() {
        assertThat(Notice.of(peer("SX-3008", List.of(), "Later, please.").finding(), Locale.GERMAN))
                .isEqualTo(new Notice(
                        new Problem(ProblemCode.PEER_NOT_READY).sentence(Locale.GERMAN), "SX-3008", "CONSUMER_ADMIN"));
    }

    @Test
    void quotesAProviderWhoseCodeNobodyKnows() {
        assertThat(Notice.of(peer("SX-9876", List.of(), "Out of tea.").finding(), Locale.ENGLISH))
                .isEqualTo(new Notice(
                        "The other instance answered: \"Out of tea.\". The step is repeated by itself; ask an admin of"
                                + " that instance if it stays so.",
                        "SX-5004",
                        "OPERATOR"));
    }

    @Test
    void saysWhomToAskAboutAnythingElse() {
        Problem unexpected = new Problem(ProblemCode.UNEXPECTED, "2026-03-01T10:00:00Z");
        assertThat(Notice.of(unexpected.finding(), Locale.ENGLISH))
                .isEqualTo(new Notice(
                        "Something failed that should not. Try again; if it stays so, give the time"
                                + " 2026-03-01T10:00:00Z to whoever runs this instance.",
                        "SX-9000",
                        "OPERATOR"));
    }

    @Test
    void quotesWhatAnEarlierReleaseNoted() {
        assertThat(Notice.of(Finding.ofEarlier("Connection pool is empty."), Locale.ENGLISH))
                .isEqualTo(new Notice(
                        "This was noted by an earlier version of the software, as text only: \"Connection pool is"
                                + " empty.\". Let the step be repeated if it is still open; the failure is explained"
                                + " anew if there is one.",
                        "SX-9004",
                        "OPERATOR"));
    }

    private static PeerProblem peer(String code, List<Object> arguments, String detail) {
        return new PeerProblem(400, code, arguments, false, detail, null);
    }
}
