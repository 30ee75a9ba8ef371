package org.serviceexchange.kmf.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class KeyedCookieSignaturesTest {

    @Test
    void signsWithTheKeyedHash() {
        assertThat(new KeyedCookieSignatures((purpose, value) -> purpose + value).of("a", "b"))
                .contains("ab");
    }

    @Test
    void signsNothingWhileTheKeysCannotBeUsed() {
        var signatures = new KeyedCookieSignatures((purpose, value) -> {
            throw new Problem(ProblemCode.KEY_STORE_MISSING, "key-store.bcfks");
        });

        assertThat(signatures.of("a", "b")).isEmpty();
    }
}
