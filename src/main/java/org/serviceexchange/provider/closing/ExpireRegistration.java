package org.serviceexchange.provider.closing;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ClosingReason;
import org.springframework.stereotype.Service;

/** Closes a registration whose link nobody used in time. */
@Service
public class ExpireRegistration {

    private final CloseRegistration close;

    public ExpireRegistration(CloseRegistration close) {
        this.close = close;
    }

    /** Has no effect on one that is closed without a connection already. */
    public void expire(String number) {
        close.close(number, ClosingReason.EXPIRED, LocalizedMessage.of("provider.note.expired"));
    }
}
