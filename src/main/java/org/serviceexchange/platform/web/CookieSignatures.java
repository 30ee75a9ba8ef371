package org.serviceexchange.platform.web;

import java.util.Optional;

/** Proves that this instance wrote what a cookie says. */
public interface CookieSignatures {

    /** The signature of a text for one purpose, for a cookie; empty while the keys of this instance cannot be used. */
    Optional<String> of(String purpose, String text);

    /** Whether this is the signature of the text. */
    default boolean verify(String purpose, String text, String signature) {
        return of(purpose, text).filter(signature::equals).isPresent();
    }
}
