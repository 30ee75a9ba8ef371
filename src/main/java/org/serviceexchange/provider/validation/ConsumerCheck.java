package org.serviceexchange.provider.validation;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.Discovery;
import org.serviceexchange.protocol.wire.InstanceDescription;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.stereotype.Service;

/**
 * Asks the consumer instance for its description before a link is made: whether this instance reaches it, whether it is a
 * Service Exchange instance, and whether it knows itself under the registered address. Which keys belong to the consumer
 * is decided at the claim only.
 */
@Service
public class ConsumerCheck {

    /** Findings that may be no fault: this instance may reach the consumer later, or by another way. */
    private static final Set<ProblemCode> WAIVABLE = Set.of(
            ProblemCode.CONSUMER_NOT_REACHED,
            ProblemCode.CONSUMER_NOT_AN_INSTANCE,
            ProblemCode.CONSUMER_NAMES_ANOTHER_URL);

    private final OutboundHttp http;
    private final Discovery discovery;
    private final InstanceKeys keys;

    public ConsumerCheck(OutboundHttp http, Discovery discovery, InstanceKeys keys) {
        this.http = http;
        this.discovery = discovery;
        this.keys = keys;
    }

    /** Whether an admin may go on although this was found. */
    public static boolean isWaivable(ProblemCode code) {
        return WAIVABLE.contains(code);
    }

    /**
     * What stands against this address; empty if the instance answers as it should. Takes as long as a call may take:
     * call it without a lock.
     */
    public Optional<Problem> problem(String consumerUrl) {
        String shown = InstanceAddress.shown(consumerUrl);
        try {
            InstanceDescription description =
                    discovery.readUnpinned(http.get(URI.create(consumerUrl + ProtocolPaths.DISCOVERY)));
            if (description.party().thumbprint().equals(keys.thumbprint())) {
                return Optional.of(new Problem(ProblemCode.URL_IS_OWN, shown));
            }
            return InstanceAddress.same(consumerUrl, description.baseUrl())
                    ? Optional.empty()
                    : Optional.of(new Problem(
                            ProblemCode.CONSUMER_NAMES_ANOTHER_URL,
                            shown,
                            InstanceAddress.shown(description.baseUrl())));
        } catch (PeerProblem e) {
            return Optional.of(new Problem(
                    e.status() >= 500 ? ProblemCode.CONSUMER_NOT_REACHED : ProblemCode.CONSUMER_NOT_AN_INSTANCE,
                    e,
                    shown));
        } catch (Problem e) {
            return Optional.of(
                    switch (e.code()) {
                        case PEER_UNREACHABLE -> new Problem(ProblemCode.CONSUMER_NOT_REACHED, e, shown);
                        case PEER_ANSWER_INVALID, PEER_ANSWERED_PAGE ->
                            new Problem(ProblemCode.CONSUMER_NOT_AN_INSTANCE, e, shown);
                        default -> e;
                    });
        }
    }
}
