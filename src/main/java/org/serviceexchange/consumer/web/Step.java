package org.serviceexchange.consumer.web;

import java.util.Arrays;
import java.util.List;
import org.serviceexchange.consumer.connection.ConnectionState;

/** A step of the wizard; the order of the constants is the order of the steps. */
enum Step {
    PREREQUISITES,
    CONNECT_TO_PROVIDER,
    AUTHENTICATE,
    EXCHANGE_KEYS,
    ACTIVATE,
    ONBOARDED;

    /** The step of a connection that is not closed. */
    static Step of(ConnectionState state) {
        return switch (state) {
            case AWAITING_VALIDATION, VALIDATION_FAILED -> PREREQUISITES;
            case VALIDATED, CLAIMING -> CONNECT_TO_PROVIDER;
            case AWAITING_AUTHENTICATION -> AUTHENTICATE;
            case EXCHANGING_KEYS -> EXCHANGE_KEYS;
            case ACTIVATING -> ACTIVATE;
            case ONBOARDED -> ONBOARDED;
            case CLOSED_INCOMPLETE, OFF_BOARDED ->
                throw new IllegalArgumentException("A closed connection is at no step of the wizard.");
        };
    }

    /**
     * A step as the list of all steps shows it.
     *
     * @param position {@code done}, {@code now} or {@code ahead}
     * @param current whether it is the current step
     */
    record Shown(String key, String position, boolean current) {}

    /** All steps, with their position in this state; empty for a closed connection. */
    static List<Shown> way(ConnectionState state) {
        return state.over()
                ? List.of()
                : Arrays.stream(values()).map(step -> step.shown(of(state))).toList();
    }

    private Shown shown(Step current) {
        boolean done = compareTo(current) < 0 || current == ONBOARDED;
        String position = done ? "done" : this == current ? "now" : "ahead";
        return new Shown(key(), position, this == current);
    }

    /** Message key of its name. */
    public String key() {
        return "consumer.step." + this;
    }
}
