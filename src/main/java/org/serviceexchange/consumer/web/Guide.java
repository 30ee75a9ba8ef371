package org.serviceexchange.consumer.web;

import java.util.List;
import java.util.stream.IntStream;
import org.serviceexchange.consumer.ConnectionState;

/**
 * What a state means to a person who has never seen the system.
 *
 * @param now what is going on
 * @param next what comes after it
 * @param turn whose turn it is
 */
record Guide(String now, String next, String turn) {

    private static final String THIS_INSTANCE = "this instance; nothing to do for you";

    static Guide of(ConnectionState state) {
        return switch (state) {
            case AWAITING_VALIDATION, VALIDATION_FAILED, VALIDATED -> beforeTheStart(state);
            case CLAIMING, AWAITING_AUTHENTICATION, EXCHANGING_KEYS, ACTIVATING -> onTheWay(state);
            case ONBOARDED ->
                new Guide("The connection is active in both directions.", "Nothing: you are done.", "nobody");
            case CLOSED_INCOMPLETE ->
                new Guide(
                        "The connection was not completed and is closed.",
                        "If it is still wanted, ask the provider for a new link and open it.",
                        "the provider");
        };
    }

    private static Guide beforeTheStart(ConnectionState state) {
        return switch (state) {
            case VALIDATION_FAILED ->
                new Guide(
                        "Something must be put right before the connection can start. Each finding below says what to do.",
                        "The checks are repeated by themselves; the connection goes on as soon as all pass.",
                        "you, or whoever runs this instance");
            case VALIDATED ->
                new Guide(
                        "This instance is ready. Choose the company record of the provider and select Connect to Provider.",
                        "Then you log in at the provider and allow the connection.",
                        "you");
            default ->
                new Guide(
                        "This instance checks whether it is ready to connect.",
                        "Then you choose the company record of the provider.",
                        THIS_INSTANCE);
        };
    }

    private static Guide onTheWay(ConnectionState state) {
        return switch (state) {
            case CLAIMING ->
                new Guide(
                        "This instance shows the registration link to the provider and introduces itself.",
                        "Then you log in at the provider and allow the connection.",
                        THIS_INSTANCE);
            case AWAITING_AUTHENTICATION ->
                new Guide(
                        "The provider knows this instance now. Select Authenticate; the provider's page opens. Log in"
                                + " there as the contact who received the link, and select Allow.",
                        "Then both instances agree keys that only they share.",
                        "you");
            case EXCHANGING_KEYS ->
                new Guide(
                        "Both instances agree keys that only they share.",
                        "Then both directions are tested with the new keys.",
                        THIS_INSTANCE);
            default ->
                new Guide(
                        "Both directions are tested with the new keys.",
                        "Then the connection is onboarded. If it stays here for more than a few minutes, ask the"
                                + " provider whether the registration is still open; if it is not, or a new link was"
                                + " sent, cancel this connection and open the newest link.",
                        "this instance and the provider; nothing to do for you");
        };
    }

    /** A step of the way and whether it is done, current or ahead. */
    record Step(String label, String position) {}

    private static final List<ConnectionState> LAST_STATE_OF_STEP = List.of(
            ConnectionState.VALIDATION_FAILED,
            ConnectionState.VALIDATED,
            ConnectionState.CLAIMING,
            ConnectionState.AWAITING_AUTHENTICATION,
            ConnectionState.EXCHANGING_KEYS,
            ConnectionState.ACTIVATING);

    private static final List<String> LABELS = List.of(
            "Check prerequisites",
            "Connect to Provider",
            "Claim registration",
            "Authenticate at provider",
            "Exchange keys",
            "Activate connection");

    /** The whole way, as far as this state has come; none for a connection that is closed. */
    static List<Step> steps(ConnectionState state) {
        if (state == ConnectionState.CLOSED_INCOMPLETE) {
            return List.of();
        }
        int done = (int) LAST_STATE_OF_STEP.stream()
                .filter(last -> last.compareTo(state) < 0)
                .count();
        return IntStream.range(0, LABELS.size())
                .mapToObj(step -> new Step(LABELS.get(step), step < done ? "done" : step == done ? "now" : "ahead"))
                .toList();
    }
}
