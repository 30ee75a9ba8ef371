package org.serviceexchange.consumer.web;

import org.serviceexchange.consumer.connection.ConnectionInWords;
import org.serviceexchange.consumer.connection.ConnectionState;

/** What a state means to a person who has never seen the system, as keys of words. */
record Guide(ConnectionState state) {

    /** What is going on. */
    public String now() {
        return "consumer.guide." + state + ".now";
    }

    /** What comes after it. */
    public String next() {
        return "consumer.guide." + state + ".next";
    }

    /** Whose turn it is. */
    public String pendingOn() {
        String who = switch (state) {
            case AWAITING_VALIDATION, CLAIMING, EXCHANGING_KEYS -> "INSTANCE";
            case VALIDATION_FAILED -> "REPAIRER";
            case VALIDATED, AWAITING_AUTHENTICATION -> "YOU";
            case ACTIVATING -> "BOTH_INSTANCES";
            case ONBOARDED -> "NOBODY";
            case CLOSED_INCOMPLETE -> "PROVIDER_ADMIN";
        };
        return "consumer.turn." + who;
    }

    /** Class of the badge that shows the state. */
    public String badge() {
        return ConnectionInWords.look(state);
    }
}
