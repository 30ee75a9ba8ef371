package org.serviceexchange.consumer.validation.engine;

import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.kmf.KmfBecameOperational;
import org.serviceexchange.platform.engine.WaitingTimers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Repeats failed checks at once when the KMF has become operational again, instead of waiting for the timer. */
@Component
class RecheckConnectionsOnRecovery {

    private final WaitingTimers timers;

    RecheckConnectionsOnRecovery(WaitingTimers timers) {
        this.timers = timers;
    }

    @EventListener
    void recheck(KmfBecameOperational recovery) {
        timers.dueNow(ConnectionElements.PROCESS, ConnectionElements.RE_CHECK_DUE);
    }
}
