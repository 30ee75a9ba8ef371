package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class ReadableDataTest {

    @ParameterizedTest
    @EnumSource
    void keepsEveryCodeWithItsArguments(ProblemCode code) {
        Finding finding = new Finding(
                code,
                List.of(
                        "line\nbreak \"quoted\"",
                        4711L,
                        Instant.parse("2026-01-31T12:00:00Z"),
                        List.of(LocalizedMessage.of("problem.column.code"))));
        assertThat(ReadableData.finding(ReadableData.of(finding))).isEqualTo(finding);
    }

    @Test
    void saysTheSameInASentenceForPeople() {
        assertThat(ReadableData.of(new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com").finding()))
                .isEqualTo("SX-5002: The instance at b.example.com does not answer. The step is repeated by itself;"
                        + " check the address and the network if it stays so.\n[\"SX-5002\",\"b.example.com\"]");
    }

    @Test
    void keepsAPhraseWithItsWords() {
        LocalizedMessage reason =
                LocalizedMessage.of("consumer.reason.refused", LocalizedMessage.of("consumer.provider.silent"));
        assertThat(ReadableData.of(reason))
                .isEqualTo("refused. The provider did not say why. Ask an admin of the provider.\n"
                        + "[\"consumer.reason.refused\",[\"consumer.provider.silent\"]]");
    }

    @Test
    void cutsTheSentenceAndNotTheData() {
        Finding finding = new Problem(ProblemCode.MAIL_NOT_TAKEN, "mail.example.com", "x".repeat(2500)).finding();
        String text = ReadableData.of(finding);
        assertThat(text).hasSize(4000).startsWith("SX-2108: The mail server mail.example.com did not take the e-mail");
        assertThat(ReadableData.finding(text)).isEqualTo(finding);
    }

    @Test
    void shortensArgumentsForWhichTheEngineHasNoRoom() {
        Finding finding = new Problem(ProblemCode.MAIL_NOT_TAKEN, "mail.example.com", "\u0001".repeat(5000)).finding();
        String text = ReadableData.of(finding);
        assertThat(text).hasSizeLessThanOrEqualTo(4000);
        assertThat(ReadableData.finding(text).code()).isEqualTo(ProblemCode.MAIL_NOT_TAKEN);
        assertThat(ReadableData.finding(text).arguments())
                .containsExactly("mail.example.com", "\u0001".repeat(119) + "…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The registration link has expired. Ask the provider to send a new link.",
                "SX-2202: The registration link has expired. Ask the provider to send a new link.",
                "null",
                "42",
                "[]",
                "[\"SX-0000\"]",
                "[\"consumer.provider.silent\"]",
            })
    void readsNothingOutOfSentencesOrOtherData(String text) {
        assertThat(ReadableData.finding(text)).isEqualTo(new Problem(ProblemCode.FAILED_EARLIER, text).finding());
    }
}
