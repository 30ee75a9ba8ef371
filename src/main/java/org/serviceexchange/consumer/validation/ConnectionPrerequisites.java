package org.serviceexchange.consumer.validation;

import java.util.List;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.connection.ProviderCalls;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Findings;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.springframework.stereotype.Service;

/** The checks that must pass on this instance before a connection may start. */
@Service
public class ConnectionPrerequisites {

    private final KmfHealth health;
    private final OwnAddress own;
    private final ProviderCalls provider;

    public ConnectionPrerequisites(KmfHealth health, OwnAddress own, ProviderCalls provider) {
        this.health = health;
        this.own = own;
        this.provider = provider;
    }

    /** A finding for each check that fails. */
    List<Finding> check(Invitation invitation) {
        return Findings.of(health::requireOperational, own::baseUrl, () -> requireProvider(invitation));
    }

    private void requireProvider(Invitation invitation) {
        try {
            provider.verify(invitation);
        } catch (PeerProblem e) {
            throw new Problem(ProblemCode.PEER_UNREACHABLE, e, invitation.providerHost());
        }
    }
}
