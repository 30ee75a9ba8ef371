package org.serviceexchange.provider.closing;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ClosingReason;
import org.springframework.stereotype.Service;

/** Closes a registration that an admin gave up after its key exchange failed. */
@Service
public class CloseFailedRegistration {

    private final CloseRegistration close;

    public CloseFailedRegistration(CloseRegistration close) {
        this.close = close;
    }

    /** Closes the registration; has no effect if it is already closed without a connection. */
    public void close(String number) {
        close.close(number, ClosingReason.FAILED, registration -> LocalizedMessage.of("provider.note.failed"));
    }
}
