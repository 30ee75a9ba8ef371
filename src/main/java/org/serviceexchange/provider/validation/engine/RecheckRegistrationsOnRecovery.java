package org.serviceexchange.provider.validation.engine;

import org.serviceexchange.kmf.KmfBecameOperational;
import org.serviceexchange.platform.engine.WaitingTimers;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Repeats failed checks at once when the KMF has become operational again, instead of waiting for the timer. */
@Component
class RecheckRegistrationsOnRecovery {

    private final WaitingTimers timers;

    RecheckRegistrationsOnRecovery(WaitingTimers timers) {
        this.timers = timers;
    }

    @EventListener
    void recheck(KmfBecameOperational recovery) {
        timers.dueNow(RegistrationElements.PROCESS, RegistrationElements.RE_CHECK_DUE);
    }
}
