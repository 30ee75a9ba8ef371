package org.serviceexchange.consumer.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.connection.ProviderCalls;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.springframework.stereotype.Component;

/** The checks that must pass before a connection may start. */
@Component
public class Prerequisites {

    private final KmfHealth health;
    private final OwnAddress own;
    private final ProviderCalls provider;

    public Prerequisites(KmfHealth health, OwnAddress own, ProviderCalls provider) {
        this.health = health;
        this.own = own;
        this.provider = provider;
    }

    /** The findings; empty if all checks pass. */
    List<Finding> check(Invitation invitation) {
        return Stream.of(keyManagement(), ownAddress(), provider(invitation))
                .flatMap(Optional::stream)
                .map(Problem::finding)
                .toList();
    }

    private Optional<Problem> keyManagement() {
        HealthReport report = health.report();
        return report.overall() == Health.OPERATIONAL
                ? Optional.empty()
                : Optional.of(new Problem(ProblemCode.KMF_NOT_OPERATIONAL, report.failing()));
    }

    private Optional<Problem> ownAddress() {
        try {
            own.baseUrl();
            return Optional.empty();
        } catch (Problem e) {
            return Optional.of(e);
        }
    }

    private Optional<Problem> provider(Invitation invitation) {
        try {
            provider.verify(invitation);
            return Optional.empty();
        } catch (Problem e) {
            return Optional.of(e);
        } catch (PeerProblem e) {
            return Optional.of(new Problem(
                    ProblemCode.PEER_UNREACHABLE, e, invitation.provider().getAuthority()));
        }
    }
}
