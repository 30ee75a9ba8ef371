package org.serviceexchange.connection.state;

import org.serviceexchange.platform.message.LocalizedMessage;

/** The state of a registration or connection as both sides call it in a {@link StateDocument}. */
public enum PeerState {
    /** There is no such record, or none any more. */
    UNKNOWN,
    /** On its way; the phase says how far. */
    OPEN,
    /** Open, but a person at the provider has to decide before it goes on. */
    SUSPENDED,
    /** Both sides hold the keys: a live connection. */
    COMPLETE,
    /** Over, for the reason in the document. */
    CLOSED;

    /** The name for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of("state.peer." + this);
    }
}
