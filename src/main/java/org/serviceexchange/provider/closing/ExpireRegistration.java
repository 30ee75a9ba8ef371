package org.serviceexchange.provider.closing;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;
import org.springframework.stereotype.Service;

/** Closes a registration whose link expired unused. */
@Service
public class ExpireRegistration {

    private final CloseRegistration close;

    public ExpireRegistration(CloseRegistration close) {
        this.close = close;
    }

    /** Closes the registration; has no effect if it is already closed without a connection. */
    public void expire(String number) {
        close.close(number, ClosingReason.EXPIRED, ExpireRegistration::note);
    }

    private static LocalizedMessage note(Registration registration) {
        if (!registration.isOpen()) {
            return LocalizedMessage.of("provider.note.notResolvedInTime");
        }
        boolean proved = registration
                .connection()
                .filter(connection -> connection.inboundSince() != null)
                .isPresent();
        return LocalizedMessage.of(proved ? "provider.note.notActiveInTime" : "provider.note.expired");
    }
}
