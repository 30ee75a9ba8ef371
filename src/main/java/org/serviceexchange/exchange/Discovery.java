package org.serviceexchange.exchange;

import org.springframework.stereotype.Service;

/** Signed descriptions of instances. */
@Service
public class Discovery {

    /** The signed description of this instance; a {@code BASE_URL_NOT_SET} problem without a base URL. */
    public byte[] describe() {
        throw new UnsupportedOperationException(); // follows at once
    }

    /**
     * Reads a description. Another signature key than the pinned one is a {@code PROVIDER_PIN_DIFFERS} problem; a server
     * time more than 10 s from ours is {@code CLOCKS_DIFFER}; endpoints outside its base URL are {@code PEER_ANSWER_INVALID}.
     */
    public InstanceDescription read(byte[] envelope, String pinnedThumbprint) {
        throw new UnsupportedOperationException(); // follows at once
    }
}
