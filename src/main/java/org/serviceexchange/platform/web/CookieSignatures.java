package org.serviceexchange.platform.web;

import java.util.Optional;
import org.serviceexchange.platform.access.ConstantTime;

/** Proves that this instance wrote what a cookie says, by a keyed hash that also stands for what must not be kept. */
public interface CookieSignatures {

    /** The signature of a text for one purpose, 43 characters; empty while the keys of this instance cannot be used. */
    Optional<String> of(String purpose, String text);

    /** Whether this is the signature of the text; the time does not tell how much of a forged one is right. */
    default boolean verify(String purpose, String text, String signature) {
        return of(purpose, text)
                .filter(right -> ConstantTime.same(signature, right))
                .isPresent();
    }
}
