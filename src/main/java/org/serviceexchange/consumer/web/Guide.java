package org.serviceexchange.consumer.web;

import org.serviceexchange.consumer.connection.ConnectionInWords;
import org.serviceexchange.consumer.connection.ConnectionState;

/** Explains a state to a person who has never seen the system; returns message keys. */
record Guide(ConnectionState state) {

    /** What is happening now. */
    public String now() {
        return "consumer.guide." + state + ".now";
    }

    /** What happens next. */
    public String next() {
        return "consumer.guide." + state + ".next";
    }

    /** Whom the connection is pending on. */
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

    /** CSS class of the badge that shows the state. */
    public String badge() {
        return ConnectionInWords.look(state);
    }
}
