package org.serviceexchange.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.message.Languages;

class KnownSentencesTest {

    @ParameterizedTest
    @EnumSource
    void knowEveryProblemByItsMessage(ProblemCode code) {
        Problem problem = new Problem(code, "PCN0001001", "https://b.example.com", "2026-12-07T13:34:05Z");
        assertThat(KnownSentences.read(problem.getMessage()))
                .hasValueSatisfying(finding -> assertThat(finding.code()).isEqualTo(code))
                .hasValueSatisfying(finding ->
                        assertThat(finding.sentence().inDefault()).isEqualTo(problem.sentence(Languages.DEFAULT)));
    }

    @Test
    void findTheParticulars() {
        assertThat(KnownSentences.read(new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com").getMessage()))
                .contains(new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com").finding());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "The registration link has expired.",
                "The registration link has expired. Ask the provider to send a new link. Or not.",
                "Registration A is still open. Continue with A, or cancel it first.",
            })
    void leaveOtherSentencesAlone(String sentence) {
        assertThat(KnownSentences.read(sentence)).isEmpty();
    }
}
