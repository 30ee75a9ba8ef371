package org.serviceexchange.protocol.wire;

import java.security.GeneralSecurityException;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Why a verification failed, as the cause of an {@code EXCHANGE_FAILED} problem: for the journal, never for the peer.
 */
public final class ExchangeFailure extends GeneralSecurityException {

    private final transient LocalizedMessage message;

    ExchangeFailure(LocalizedMessage message) {
        super(message.inDefault());
        this.message = message;
    }

    /** The reason, without a full stop. */
    public LocalizedMessage message() {
        return message;
    }
}
