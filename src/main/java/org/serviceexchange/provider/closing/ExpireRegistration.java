package org.serviceexchange.provider.closing;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;
import org.springframework.stereotype.Service;

/** Closes a registration that was not completed in time. */
@Service
public class ExpireRegistration {

    private final CloseRegistration close;

    public ExpireRegistration(CloseRegistration close) {
        this.close = close;
    }

    /** Has no effect on one that is closed without a connection already. */
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
