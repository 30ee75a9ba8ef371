package org.serviceexchange.exchange;

import org.springframework.stereotype.Service;

/** Proves in one direction that both sides hold the keys of a connection. */
@Service
public class Probes {

    /** A new probe to send. */
    public byte[] request(Channel channel) {
        throw new UnsupportedOperationException(); // follows at once
    }

    /** The answer to a probe that opened; anything else is an {@code EXCHANGE_FAILED} problem. */
    public byte[] answer(Channel channel, byte[] request) {
        throw new UnsupportedOperationException(); // follows at once
    }

    /** Returns if the answer belongs to the probe; anything else is an {@code EXCHANGE_FAILED} problem. */
    public void accept(Channel channel, byte[] request, byte[] answer) {
        throw new UnsupportedOperationException(); // follows at once
    }
}
