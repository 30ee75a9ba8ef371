package org.serviceexchange.consumer.closing;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;

/** Closes a connection that an admin cancelled. */
@Service
public class CancelConnection {

    private final Closing closing;

    public CancelConnection(Closing closing) {
        this.closing = closing;
    }

    /** Closes the connection; the journal already names the admin. */
    public void cancel(String number) {
        closing.close(number, LocalizedMessage.of("consumer.reason.cancelled"));
    }
}
