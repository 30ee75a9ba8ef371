package org.serviceexchange.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.kmf.RandomSecrets;

class TokenTextTest {

    @Test
    void isRecognisedByScannersForSecrets() {
        TokenText token = TokenText.ofSecret(new RandomSecrets().next());
        assertThat(token.value()).matches("sxt_[A-Za-z0-9_-]{43}[0-9A-Za-z]{6}");
        assertThat(token.wellFormed()).isTrue();
        assertThat(token).hasToString("sxt_…");
    }

    @Test
    void hasACheckSumThatOthersCanComputeToo() {
        // CRC-32 of "sxt_" and 43 times "A" in base 62, computed with Python's zlib.crc32
        assertThat(TokenText.ofSecret("A".repeat(43)).value()).isEqualTo("sxt_" + "A".repeat(43) + "0Ka7QH");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 30, 46, 52})
    void noticesAWrongCharacter(int place) {
        StringBuilder mistyped =
                new StringBuilder(TokenText.ofSecret("A".repeat(43)).value());
        mistyped.setCharAt(place, mistyped.charAt(place) == 'B' ? 'C' : 'B');
        assertThat(new TokenText(mistyped.toString()).wellFormed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sxt_", "sxt_AAAAAA", "ghp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void isNothingElse(String text) {
        assertThat(new TokenText(text).wellFormed()).isFalse();
    }
}
