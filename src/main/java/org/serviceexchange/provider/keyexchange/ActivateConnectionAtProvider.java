package org.serviceexchange.provider.keyexchange;

import java.util.List;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** Proves the direction to the consumer and closes the registration as complete. */
@Service
public class ActivateConnectionAtProvider {

    private final Registrations registrations;
    private final ProbeConsumer probeConsumer;
    private final CompleteRegistration completeRegistration;

    public ActivateConnectionAtProvider(
            Registrations registrations, ProbeConsumer probeConsumer, CompleteRegistration completeRegistration) {
        this.registrations = registrations;
        this.probeConsumer = probeConsumer;
        this.completeRegistration = completeRegistration;
    }

    /**
     * Probes the consumer and completes the registration; has no effect if it is complete. A consumer that does not
     * respond is a problem that may be temporary.
     */
    public Recording<Boolean> activate(String number) {
        Registration registration = registrations.get(number);
        if (registration.state() == RegistrationState.CLOSED_COMPLETE) {
            return Recording.nothing(true);
        }
        registration.snapshot().progress().approvals().require(ApprovalPlace.ACTIVATION, number);
        ConsumerConnection connection =
                registration.connection().orElseThrow(() -> new Problem(ProblemCode.PEER_NOT_READY));
        List<Receipt> receipts = probeConsumer.probe(
                registration.request().consumerUrl(), ProbedConsumers.channel(registration, connection));
        return () -> completeRegistration.complete(number, connection.keyId(), receipts);
    }
}
