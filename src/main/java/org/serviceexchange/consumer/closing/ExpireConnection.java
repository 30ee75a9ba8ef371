package org.serviceexchange.consumer.closing;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;

/** Closes a connection whose link has expired. */
@Service
public class ExpireConnection {

    private final Closing closing;

    public ExpireConnection(Closing closing) {
        this.closing = closing;
    }

    /** Closes the connection with the reason that nobody finished in time. */
    public void expire(String number) {
        closing.close(number, LocalizedMessage.of("consumer.reason.expired"));
    }
}
