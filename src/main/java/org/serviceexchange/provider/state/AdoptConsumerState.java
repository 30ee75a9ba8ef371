package org.serviceexchange.provider.state;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.keyexchange.ProbeAgain;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Counterpart.Departure;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** Carries out, for a locked registration, what follows from the state of the consumer's connection. */
@Service
public class AdoptConsumerState {

    private final Registrations registrations;
    private final AbandonedKeys abandonedKeys;
    private final CloseRegistration closeRegistration;
    private final ProbeAgain probeAgain;
    private final Journal journal;

    public AdoptConsumerState(
            Registrations registrations,
            AbandonedKeys abandonedKeys,
            CloseRegistration closeRegistration,
            ProbeAgain probeAgain,
            Journal journal) {
        this.registrations = registrations;
        this.abandonedKeys = abandonedKeys;
        this.closeRegistration = closeRegistration;
        this.probeAgain = probeAgain;
        this.journal = journal;
    }

    /** Returns what is left to do without a transaction. */
    Runnable adopt(Registration registration, Consequence what) {
        if (what == Consequence.PROBE_AGAIN) {
            return probeAgain.of(registration);
        }
        record(registration, what);
        return () -> {};
    }

    private void record(Registration registration, Consequence what) {
        Departure before = registration.snapshot().counterpart().departure();
        switch (what) {
            case NONE, PROBE_AGAIN -> {}
            case LEFT -> {
                if (before == null) {
                    abandonedKeys.destroy(registration);
                    departed(registration, Departure.LEFT, "provider.note.consumerLeft");
                }
            }
            case LOST -> {
                if (before == null) {
                    departed(registration, Departure.LOST, "provider.note.consumerLost");
                }
            }
            case FOUND -> {
                if (before != null) {
                    departed(registration, null, "provider.note.consumerFound");
                }
            }
            case ENDED -> closeRegistration.end(registration.number(), ClosingReason.ENDED_BY_CONSUMER);
        }
    }

    private void departed(Registration registration, @Nullable Departure how, String note) {
        registration.departed(how);
        registrations.save(registration);
        journal.workNote(registration.number(), Journal.SYSTEM, LocalizedMessage.of(note));
    }
}
