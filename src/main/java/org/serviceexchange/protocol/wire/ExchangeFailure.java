package org.serviceexchange.protocol.wire;

import java.security.GeneralSecurityException;
import org.serviceexchange.platform.message.Phrase;

/** Why a proof failed, as the cause of an {@code EXCHANGE_FAILED} problem: for the journal, never for the peer. */
public final class ExchangeFailure extends GeneralSecurityException {

    private final transient Phrase phrase;

    ExchangeFailure(Phrase phrase) {
        super(phrase.inDefault());
        this.phrase = phrase;
    }

    /** The reason, without a full stop. */
    public Phrase phrase() {
        return phrase;
    }
}
