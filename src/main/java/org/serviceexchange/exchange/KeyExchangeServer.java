package org.serviceexchange.exchange;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The provider's side of the key exchange. The same bytes get the same answer again.
 *
 * <p>Problems: {@code MESSAGE_MALFORMED}, {@code VERSION_UNSUPPORTED}, {@code CLOCKS_DIFFER}, {@code EXCHANGE_ID_REUSED},
 * {@code EXCHANGE_EXPIRED}, and {@code EXCHANGE_FAILED} for every cryptographic reason alike.
 */
@Service
@Transactional
public class KeyExchangeServer {

    /** Answers M1 with M2. A new exchange takes the place of one that is still pending for the registration. */
    public byte[] answer(Parties parties, String accessToken, byte[] m1) {
        throw new UnsupportedOperationException(); // follows at once
    }

    /** Answers M3 with M4 and gives out the keys, once; keep them in the same transaction. */
    public Confirmation confirm(Parties parties, byte[] m3) {
        throw new UnsupportedOperationException(); // follows at once
    }
}
