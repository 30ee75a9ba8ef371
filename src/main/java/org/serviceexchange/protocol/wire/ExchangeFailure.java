package org.serviceexchange.protocol.wire;

import java.security.GeneralSecurityException;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Why a verification failed, as the cause of an {@code EXCHANGE_FAILED} problem: for the journal, never for the peer.
 */
public final class ExchangeFailure extends GeneralSecurityException {

    private final transient LocalizedMessage phrase;

    ExchangeFailure(LocalizedMessage phrase) {
        super(phrase.inDefault());
        this.phrase = phrase;
    }

    /** The reason, without a full stop. */
    public LocalizedMessage phrase() {
        return phrase;
    }
}
