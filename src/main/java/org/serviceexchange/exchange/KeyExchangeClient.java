package org.serviceexchange.exchange;

import org.springframework.stereotype.Service;

/** The consumer's side of the key exchange; every step is kept before it is sent, so that a restart goes on from there. */
@Service
public class KeyExchangeClient {

    /** How messages reach the provider. What it throws goes through to the caller. */
    public interface Transport {

        /** Sends M1 and returns M2. */
        byte[] open(byte[] m1);

        /** Sends M3 and returns M4. */
        byte[] confirm(byte[] m3);
    }

    /**
     * Runs an exchange, or goes on with the one that is pending: one younger than 120 s, or one whose M3 may have been
     * accepted already, whatever its age. Keep the keys in the transaction that surrounds the call: what is needed to
     * get them again is deleted with it. {@code EXCHANGE_FAILED} if the provider's messages do not prove themselves.
     */
    public ConnectionKeys run(Parties parties, String accessToken, Transport transport) {
        throw new UnsupportedOperationException(); // follows at once
    }
}
