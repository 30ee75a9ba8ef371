package org.serviceexchange.consumer.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.center.Tone;
import org.serviceexchange.connection.state.Inquiries.Heard;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Texts and styles that describe a provider connection to people. */
final class ConnectionInWords {

    private static final Set<String> REPLACED = Set.of("consumer.reason.replacedBy", "consumer.reason.newLink");

    private ConnectionInWords() {}

    /** Whose turn it is; the provider by name. */
    static LocalizedMessage who(ConnectionSnapshot snapshot, String provider) {
        return switch (snapshot.pendingOn()) {
            case US ->
                snapshot.progress()
                        .approvals()
                        .asked()
                        .map(ConnectionInWords::approver)
                        .orElseGet(() -> LocalizedMessage.of(
                                snapshot.state() == ConnectionState.AWAITING_AUTHENTICATION
                                        ? "consumer.turn.contact"
                                        : "consumer.turn.admin"));
            case THEM -> LocalizedMessage.of("consumer.turn.provider", provider);
            case SYSTEM -> LocalizedMessage.of("consumer.turn.system");
            case NOBODY ->
                LocalizedMessage.of(
                        snapshot.state() == ConnectionState.ONBOARDED ? "consumer.turn.done" : "consumer.turn.nobody");
        };
    }

    /** Who decides about an approval that is asked for. */
    static LocalizedMessage approver(Approval asked) {
        return LocalizedMessage.of("consumer.turn.approver", asked.label());
    }

    /** The next action of an admin on the connection's page. */
    static LocalizedMessage next(ConnectionSnapshot snapshot) {
        if (snapshot.progress().approvals().asked().isPresent()) {
            return LocalizedMessage.of("consumer.next.approve");
        }
        return LocalizedMessage.of(
                switch (snapshot.state()) {
                    case VALIDATION_FAILED -> "consumer.next.findings";
                    case VALIDATED -> "consumer.next.connect";
                    case AWAITING_AUTHENTICATION -> "consumer.next.authenticate";
                    default -> "consumer.next.see";
                });
    }

    /**
     * Whether the provider has yet to confirm that the connection has ended. It says nothing of one in whose place there is a
     * newer one: what it says is about that.
     */
    static boolean unconfirmed(ConnectionSnapshot snapshot, @Nullable Heard heard) {
        LocalizedMessage reason = snapshot.reason();
        return snapshot.state() == ConnectionState.OFF_BOARDED
                && (reason == null || !REPLACED.contains(reason.key()))
                && (heard == null || !heard.over());
    }

    /** How it stands, at a glance. */
    static Tone tone(ConnectionState state) {
        return switch (state) {
            case VALIDATION_FAILED -> Tone.IN_TROUBLE;
            case ONBOARDED -> Tone.DONE;
            case CLOSED_INCOMPLETE, OFF_BOARDED -> Tone.ENDED;
            default -> Tone.ON_ITS_WAY;
        };
    }
}
