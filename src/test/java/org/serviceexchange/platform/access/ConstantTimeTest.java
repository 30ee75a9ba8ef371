package org.serviceexchange.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.web.CookieSignatures;

class ConstantTimeTest {

    @Test
    void comparesAllCharacters() {
        assertThat(ConstantTime.same("se\u00FCret", "se\u00FCret")).isTrue();
        for (String other :
                new String[] {"", "s", "se\u00FCres", "Se\u00FCret", "se\u00FCretse\u00FCret", "se\u00FCret "}) {
            assertThat(ConstantTime.same(other, "se\u00FCret")).as(other).isFalse();
        }
    }

    @Test
    void decidesAboutCookies() {
        CookieSignatures signatures = (purpose, text) -> Optional.of(purpose + text);
        assertThat(signatures.verify("a", "b", "ab")).isTrue();
        assertThat(signatures.verify("a", "b", "abab")).isFalse();
    }
}
