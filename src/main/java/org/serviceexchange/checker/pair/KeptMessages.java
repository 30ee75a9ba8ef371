package org.serviceexchange.checker.pair;

import java.util.Set;

/**
 * Which messages to a process are kept until it waits for them.
 *
 * @param names names of the messages
 */
public record KeptMessages(Set<String> names) {

    /** Those that nobody repeats, or that a person would have to repeat without knowing why. */
    private static final Set<String> ONCE =
            Set.of("consumerConnecting", "consentGiven", "keysConfirmed", "keyExchangeSuspended", "providerProbed");

    /** What this application keeps. */
    public static final KeptMessages OF_THE_APPLICATION =
            new KeptMessages(Set.of("consumerConnecting", "keysConfirmed", "keyExchangeSuspended", "providerProbed"));

    /** As it would be without keeping any. */
    public static final KeptMessages NONE = new KeptMessages(Set.of());

    boolean isKept(String message) {
        return names.contains(message);
    }

    static boolean comesOnce(String message) {
        return ONCE.contains(message);
    }
}
