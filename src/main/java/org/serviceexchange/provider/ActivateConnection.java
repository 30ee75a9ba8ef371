package org.serviceexchange.provider;

import java.time.Clock;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proves the direction to the consumer and closes the registration as complete. */
@Service
public class ActivateConnection {

    private final Registrations registrations;
    private final ObjectProvider<ConsumerProbe> probe;
    private final Journal journal;
    private final Clock clock;

    ActivateConnection(Registrations registrations, ObjectProvider<ConsumerProbe> probe, Journal journal, Clock clock) {
        this.registrations = registrations;
        this.probe = probe;
        this.journal = journal;
        this.clock = clock;
    }

    /** Has no effect on one that is complete; a consumer that does not answer is a problem that may pass. */
    @Transactional
    public void activate(String number) {
        Registration registration = registrations.lock(number);
        if (registration.state() == RegistrationState.CLOSED_COMPLETE) {
            return;
        }
        ConsumerConnection connection =
                registration.connection().orElseThrow(() -> new Problem(ProblemCode.PEER_NOT_READY));
        probe.getObject().probe(registration);
        registration.probeSent(connection.keyId(), clock.instant());
        registration.activate();
        registrations.save(registration);
        journal.comment(
                number, Journal.SYSTEM, "The connection " + connection.number() + " is active in both directions.");
    }
}
