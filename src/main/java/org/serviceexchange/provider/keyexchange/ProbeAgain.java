package org.serviceexchange.provider.keyexchange;

import org.serviceexchange.provider.registration.Registration;
import org.springframework.stereotype.Service;

/** Probes a consumer that waits for a probe which this provider already sent, as one does after a restore from a backup. */
@Service
public class ProbeAgain {

    private final ProbeConsumer probeConsumer;

    public ProbeAgain(ProbeConsumer probeConsumer) {
        this.probeConsumer = probeConsumer;
    }

    /** The call, which must run without a transaction. */
    public Runnable of(Registration registration) {
        return () -> registration
                .connection()
                .ifPresent(agreed -> probeConsumer.probe(
                        registration.request().consumerUrl(), ProbedConsumers.channel(registration, agreed)));
    }
}
