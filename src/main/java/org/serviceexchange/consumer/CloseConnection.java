package org.serviceexchange.consumer;

import org.springframework.stereotype.Service;

/** Closes a connection that the provider refused. */
@Service
public class CloseConnection {

    private final Closing closing;

    CloseConnection(Closing closing) {
        this.closing = closing;
    }

    /** With the reason as people read it. */
    public void close(String number, String reason) {
        closing.close(number, "refused. " + reason);
    }
}
