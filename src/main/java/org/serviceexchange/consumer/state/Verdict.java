package org.serviceexchange.consumer.state;

import org.serviceexchange.connection.state.PeerPhase;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.connection.state.StateFacts;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * What follows for a connection from the state of the provider's registration; the rules of docs/protocol.md, section 13.
 *
 * @param reason for people; of {@link Kind#NONE} without meaning
 */
record Verdict(Kind kind, LocalizedMessage reason) {

    /** What happens to the connection. */
    enum Kind {
        /** Nothing speaks against it. */
        NONE,
        /** It goes on waiting, and its page says for what. */
        WARN,
        /** The sides use different keys: new ones are agreed from any that both still hold, else it ends for this reason. */
        NEW_KEYS,
        /** It ends. */
        END
    }

    private static final Verdict NONE = new Verdict(Kind.NONE, LocalizedMessage.of("consumer.reason.cancelled"));

    /** Of a connection that is claimed and not closed. */
    static Verdict of(StateFacts own, StateFacts provider) {
        return switch (provider.state()) {
            case UNKNOWN -> own.state() == PeerState.COMPLETE ? warn("lostAtProvider") : end("lostAtProvider");
            case CLOSED -> new Verdict(Kind.END, closed(provider.reason()));
            case OPEN, SUSPENDED -> ofOpen(own, provider);
            case COMPLETE -> ofComplete(own, provider);
        };
    }

    /** The provider has another claim, or none: our link is dead, or the provider went back to a time before our claim. */
    private static Verdict ofOpen(StateFacts own, StateFacts provider) {
        if (!own.claim().equals(provider.claim())) {
            return waitsForPerson(own) ? warn("newLink") : end("newLink");
        }
        if (!own.keyId().isEmpty() && !own.keyId().equals(provider.keyId())) {
            return end("keysLost");
        }
        return provider.state() == PeerState.SUSPENDED && waitsForPerson(own) ? warn("suspended") : NONE;
    }

    private static Verdict ofComplete(StateFacts own, StateFacts provider) {
        if (!own.claim().equals(provider.claim())) {
            return end("newLink");
        }
        if (own.keyId().isEmpty()) {
            return waitsForPerson(own) ? end("keysLostHere") : NONE;
        }
        if (own.keyId().equals(provider.keyId())) {
            return NONE;
        }
        return own.state() == PeerState.COMPLETE
                ? new Verdict(Kind.NEW_KEYS, LocalizedMessage.of("consumer.reason.keysLost"))
                : end("keysLost");
    }

    /** Such a connection takes a newer link, and claims with it. */
    private static boolean waitsForPerson(StateFacts own) {
        return own.phase() == PeerPhase.CLAIM || own.phase() == PeerPhase.AUTHORIZATION;
    }

    private static LocalizedMessage closed(PeerReason reason) {
        return LocalizedMessage.of("consumer.reason.closedByProvider", reason.label());
    }

    private static Verdict warn(String key) {
        return new Verdict(Kind.WARN, LocalizedMessage.of("consumer.reason." + key));
    }

    private static Verdict end(String key) {
        return new Verdict(Kind.END, LocalizedMessage.of("consumer.reason." + key));
    }
}
