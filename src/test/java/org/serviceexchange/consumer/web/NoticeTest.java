package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class NoticeTest {

    @Test
    void knowsAProblemOfOursByItsEnglish() {
        Problem away = new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com");
        assertThat(Notice.ofIncident(away.getMessage(), Locale.GERMAN))
                .isEqualTo(new Notice(away.sentence(Locale.GERMAN), "SX-5002", "OPERATOR"));
    }

    @Test
    void knowsClocksThatDifferByWhatTheProviderSays() {
        Problem skew = new Problem(ProblemCode.CLOCKS_DIFFER, "12:00:00Z", "13:00:00Z");
        assertThat(Notice.ofIncident("SX-3007: " + skew.getMessage(), Locale.ENGLISH))
                .isEqualTo(new Notice(
                        "The clocks of the two instances differ too much: here 12:00:00Z, there 13:00:00Z. Set both"
                                + " clocks by NTP and try again.",
                        "SX-3007",
                        "OPERATOR"));
    }

    @Test
    void quotesAProviderWithOtherWords() {
        assertThat(Notice.ofIncident("SX-3008: Later, please.", Locale.GERMAN))
                .isEqualTo(new Notice("Der Anbieter sagt: Later, please.", "SX-3008", "CONSUMER_ADMIN"));
    }

    @Test
    void saysWhomToAskAboutAnythingElse() {
        assertThat(Notice.ofIncident("Connection pool is empty.", Locale.ENGLISH)
                        .text())
                .isEqualTo("Connection pool is empty. If it stays so, ask whoever runs this instance.");
    }
}
