package org.serviceexchange.exchange;

import org.springframework.stereotype.Service;

/** Signed claims and their signed answers. */
@Service
public class Claims {

    /** A claim by this instance, as of now. */
    public ClaimRequest prepare(
            String registration, String secret, String provider, ClientKey oauthClientKey, String redirectUri) {
        throw new UnsupportedOperationException(); // follows at once
    }

    /** The signed envelope of a claim of this instance. */
    public byte[] request(ClaimRequest claim) {
        throw new UnsupportedOperationException(); // follows at once
    }

    /**
     * Reads a claim that is addressed to this instance and signed by the key inside. Problems: {@code MESSAGE_MALFORMED},
     * {@code VERSION_UNSUPPORTED}, {@code CLOCKS_DIFFER}, and {@code EXCHANGE_FAILED} for a signature that does not stand.
     */
    public ClaimRequest readRequest(byte[] envelope) {
        throw new UnsupportedOperationException(); // follows at once
    }

    /** The signed envelope of an answer of this instance. */
    public byte[] answer(ClaimAnswer answer) {
        throw new UnsupportedOperationException(); // follows at once
    }

    /**
     * Reads the pinned provider's answer to this instance's claim of the registration; every endpoint must be below the
     * provider's base URL. Anything else is a {@code PEER_ANSWER_INVALID} problem.
     */
    public ClaimAnswer readAnswer(byte[] envelope, Party provider, String registration) {
        throw new UnsupportedOperationException(); // follows at once
    }
}
