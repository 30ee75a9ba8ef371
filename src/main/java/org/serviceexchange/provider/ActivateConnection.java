package org.serviceexchange.provider;

import java.net.URI;
import java.util.Map;
import org.serviceexchange.exchange.Channel;
import org.serviceexchange.exchange.Probes;
import org.serviceexchange.exchange.ProtocolPaths;
import org.serviceexchange.exchange.outbound.OutboundHttp;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.springframework.stereotype.Service;

/**
 * Proves the outbound direction and closes the registration as complete. The call to the consumer is made before the registration
 * is locked: the consumer may be calling us at the same moment.
 */
@Service
public class ActivateConnection {

    private final Registrations registrations;
    private final Probes probes;
    private final OutboundHttp http;
    private final CompleteRegistration completeRegistration;

    ActivateConnection(
            Registrations registrations, Probes probes, OutboundHttp http, CompleteRegistration completeRegistration) {
        this.registrations = registrations;
        this.probes = probes;
        this.http = http;
        this.completeRegistration = completeRegistration;
    }

    /** Has no effect when done already. Problems: {@code PEER_NOT_READY}, those of {@link OutboundHttp} and {@link Probes}. */
    public void activate(String number) {
        Registration registration =
                registrations.find(number).orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
        if (registration.state() == RegistrationState.CLOSED_COMPLETE) {
            return;
        }
        ConsumerConnection connection =
                registration.connection().orElseThrow(() -> new Problem(ProblemCode.PEER_NOT_READY));
        if (connection.outboundSince() == null) {
            probe(registration, ProbedConsumers.channel(registration, connection));
        }
        completeRegistration.complete(number, connection.keyId());
    }

    private void probe(Registration registration, Channel channel) {
        byte[] request = probes.request(channel);
        URI address = URI.create(registration.request().consumerUrl() + ProtocolPaths.PROBES);
        byte[] answer = http.post(address, "application/json", request, Map.of());
        probes.accept(channel, request, answer);
    }
}
