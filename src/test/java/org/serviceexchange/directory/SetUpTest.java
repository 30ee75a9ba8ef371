package org.serviceexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.platform.web.CookieSignatures;

class SetUpTest {

    @Guarantee(of = SetUp.class, says = "Whoever has the database alone does not know the set-up secret.")
    @Test
    void hasTheSameSecretOnEveryNodeAndAnotherWithOtherKeys() {
        String secret = secret(keys("of this instance"));
        assertThat(secret(keys("of this instance"))).isEqualTo(secret);
        assertThat(secret(keys("of another"))).isNotEqualTo(secret);
    }

    @Test
    void makesOneWhileTheKeysCannotBeUsed() {
        CookieSignatures none = (purpose, text) -> Optional.empty();
        assertThat(secret(none)).hasSizeGreaterThan(30).isNotEqualTo(secret(none));
    }

    private static String secret(CookieSignatures keys) {
        return new SetUp(mock(), mock(), TestInstanceSettings.valid(), keys)
                .madeSecret()
                .orElseThrow();
    }

    private static CookieSignatures keys(String which) {
        return (purpose, text) -> Optional.of(which + purpose + text);
    }
}
