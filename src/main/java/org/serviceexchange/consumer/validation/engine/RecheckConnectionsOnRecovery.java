package org.serviceexchange.consumer.validation.engine;

import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.kmf.KmfBecameOperational;
import org.serviceexchange.platform.engine.WaitingTimers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Failed prerequisites are checked again at once when the KMF has recovered, not only when the timer is due. */
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
