package org.serviceexchange.kmf.engine;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.serviceexchange.kmf.KmfBecameOperational;
import org.serviceexchange.platform.engine.ProcessRegistration;
import org.serviceexchange.platform.engine.job.WaitingTimers;

class RecheckOnRecoveryTest {

    private final WaitingTimers timers = mock();

    @Test
    void wakesTheTimersOfEveryProcessThatWaitsWithFindings() {
        new RecheckOnRecovery(List.of(process("first"), process("second")), timers)
                .recheck(new KmfBecameOperational(Instant.EPOCH));
        verify(timers).dueNow("first", "timer of first");
        verify(timers).dueNow("second", "timer of second");
        verifyNoMoreInteractions(timers);
    }

    private static ProcessRegistration process(String key) {
        return new ProcessRegistration(key, "feature", "task", "timer of " + key, Map.of(), List.of(), Map.of());
    }
}
