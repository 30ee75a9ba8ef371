package org.serviceexchange.provider.closing;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ClosingReason;
import org.springframework.stereotype.Service;

/** Closes a registration that an admin withdrew. */
@Service
public class CancelRegistration {

    private final CloseRegistration close;

    public CancelRegistration(CloseRegistration close) {
        this.close = close;
    }

    /** Has no effect on one that is closed without a connection already. */
    public void cancel(String number) {
        close.close(number, ClosingReason.CANCELLED, registration -> LocalizedMessage.of("provider.note.cancelled"));
    }
}
