package org.serviceexchange.kmf.engine;

import java.util.List;
import org.serviceexchange.kmf.KmfBecameOperational;
import org.serviceexchange.platform.engine.ProcessRegistration;
import org.serviceexchange.platform.engine.job.WaitingTimers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Repeats failed checks at once when the KMF has become operational again, instead of waiting for the timer. */
@Component
class RecheckOnRecovery {

    private final List<ProcessRegistration> processes;
    private final WaitingTimers timers;

    RecheckOnRecovery(List<ProcessRegistration> processes, WaitingTimers timers) {
        this.processes = processes;
        this.timers = timers;
    }

    @EventListener
    void recheck(KmfBecameOperational recovery) {
        processes.forEach(process -> timers.dueNow(process.key(), process.recheckTimer()));
    }
}
