package org.serviceexchange.kmf.web;

import java.util.Optional;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.CookieSignatures;
import org.springframework.stereotype.Component;

/** Signs with the keyed hash of this instance; a login must be possible without it, to see what is wrong. */
@Component
class KeyedCookieSignatures implements CookieSignatures {

    private final KeyedHash hash;

    KeyedCookieSignatures(KeyedHash hash) {
        this.hash = hash;
    }

    @Override
    public Optional<String> of(String purpose, String text) {
        try {
            return Optional.of(hash.of(purpose, text));
        } catch (Problem keysUnusable) {
            return Optional.empty();
        }
    }
}
