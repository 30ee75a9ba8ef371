package org.serviceexchange.consumer.connection;

import org.serviceexchange.center.Tone;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Texts and styles that describe a provider connection to people. */
public final class ConnectionInWords {

    private ConnectionInWords() {}

    public static LocalizedMessage state(ConnectionState state) {
        return LocalizedMessage.of("consumer.state." + state);
    }

    /** Whose turn it is; the provider by name. */
    public static LocalizedMessage who(ConnectionSnapshot snapshot, String provider) {
        return switch (snapshot.pendingOn()) {
            case US ->
                LocalizedMessage.of(
                        snapshot.state() == ConnectionState.AWAITING_AUTHENTICATION
                                ? "consumer.turn.contact"
                                : "consumer.turn.admin");
            case THEM -> LocalizedMessage.of("consumer.turn.provider", provider);
            case SYSTEM -> LocalizedMessage.of("consumer.turn.system");
            case NOBODY -> LocalizedMessage.of("consumer.turn.nobody");
        };
    }

    /** The next action of an admin on the connection's page. */
    public static LocalizedMessage next(ConnectionState state) {
        return LocalizedMessage.of(
                switch (state) {
                    case VALIDATION_FAILED -> "consumer.next.findings";
                    case VALIDATED -> "consumer.next.connect";
                    case AWAITING_AUTHENTICATION -> "consumer.next.authenticate";
                    default -> "consumer.next.see";
                });
    }

    /** How it stands, at a glance. */
    public static Tone tone(ConnectionState state) {
        return switch (state) {
            case VALIDATION_FAILED -> Tone.IN_TROUBLE;
            case ONBOARDED -> Tone.DONE;
            case CLOSED_INCOMPLETE -> Tone.ENDED;
            default -> Tone.ON_ITS_WAY;
        };
    }
}
