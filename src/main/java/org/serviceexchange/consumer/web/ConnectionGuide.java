package org.serviceexchange.consumer.web;

import java.util.Optional;
import org.serviceexchange.center.CaseGuide;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.platform.message.LocalizedMessage;

/** What a connection means to the person who looks at it. */
final class ConnectionGuide {

    private ConnectionGuide() {}

    /** @param waiting who has to act at this instance although the state does not say so */
    static CaseGuide of(ConnectionSnapshot snapshot, Optional<LocalizedMessage> waiting) {
        if (snapshot.lost()) {
            String how = snapshot.lostAtProvider() ? "consumer.guide.LOST" : "consumer.guide.KEYS_GONE";
            return CaseGuide.of(how, LocalizedMessage.of("consumer.turn.admin"));
        }
        return snapshot.progress()
                .approvals()
                .asked()
                .map(asked -> CaseGuide.of("consumer.guide.APPROVAL", ConnectionInWords.approver(asked)))
                .orElseGet(() -> CaseGuide.of(
                        "consumer.guide." + snapshot.state(), waiting.orElseGet(() -> who(snapshot.state()))));
    }

    private static LocalizedMessage who(ConnectionState state) {
        String who = switch (state) {
            case AWAITING_VALIDATION, CLAIMING, EXCHANGING_KEYS -> "INSTANCE";
            case VALIDATION_FAILED -> "REPAIRER";
            case VALIDATED, AWAITING_AUTHENTICATION -> "YOU";
            case ACTIVATING -> "BOTH_INSTANCES";
            case ONBOARDED -> "NOBODY";
            case CLOSED_INCOMPLETE, OFF_BOARDED -> "PROVIDER_ADMIN";
        };
        return LocalizedMessage.of("consumer.turn." + who);
    }
}
