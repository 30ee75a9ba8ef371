package org.serviceexchange.provider.closing;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ClosingReason;
import org.springframework.stereotype.Service;

/** Closes a registration that an admin cancelled. */
@Service
public class CancelRegistration {

    private final CloseRegistration close;

    public CancelRegistration(CloseRegistration close) {
        this.close = close;
    }

    /** Closes the registration; has no effect if it is already closed without a connection. */
    public void cancel(String number) {
        close.close(number, ClosingReason.CANCELLED, registration -> LocalizedMessage.of("provider.note.cancelled"));
    }
}
