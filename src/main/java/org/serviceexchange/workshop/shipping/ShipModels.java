package org.serviceexchange.workshop.shipping;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.workshop.shipping.ShippedVersion.Source;
import org.serviceexchange.workshop.shipping.ShippedVersion.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People propose models and decide about proposals.
 *
 * <p>Security guarantees: Nobody accepts what they proposed themselves. What the checks refuse is never deployed. An upload brings
 * no form of its own.
 */
@Service
public class ShipModels {

    private final ShippedVersions versions;
    private final CheckModels check;
    private final Deployments deployments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public ShipModels(
            ShippedVersions versions,
            CheckModels check,
            Deployments deployments,
            TransactionTemplate transaction,
            Clock clock) {
        this.versions = versions;
        this.check = check;
        this.deployments = deployments;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Proposes the models of a ZIP; what the checks refuse is kept with the reasons. Returns the number of the version. */
    public String upload(byte[] packed, String user) {
        ModelFiles models;
        try {
            models = ModelZip.read(packed);
        } catch (ModelZip.Refused refused) {
            return refuse(Source.UPLOAD, ModelFiles.of(Map.of()), user, List.of(refused.why()));
        }
        List<LocalizedMessage> forms = check.unknownForms(models, trusted());
        CheckModels.Judgement judgement =
                forms.isEmpty() ? check.judge(models) : new CheckModels.Judgement(forms, List.of());
        return judgement.findings().isEmpty()
                ? propose(Source.UPLOAD, models, user, judgement.notes())
                : refuse(Source.UPLOAD, models, user, judgement.findings());
    }

    private List<ModelFiles> trusted() {
        return versions.all().stream()
                .filter(one -> one.source() == Source.APPLICATION || one.source() == Source.FOLDER)
                .filter(one -> one.state() != State.REFUSED)
                .map(versions::files)
                .toList();
    }

    /** Proposes to use the models of an earlier version again, which need no new proof. */
    public String rollBack(String number, String reason, String user) {
        ModelFiles models = versions.files(accepted(number)).because(reason.strip());
        List<LocalizedMessage> findings = check.findings(models);
        return findings.isEmpty()
                ? propose(Source.ROLLBACK, models, user, List.of())
                : refuse(Source.ROLLBACK, models, user, findings);
    }

    private ShippedVersion accepted(String number) {
        return versions.find(number)
                .filter(one -> one.state() == State.ACCEPTED)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    private String propose(Source source, ModelFiles models, String user, List<LocalizedMessage> notes) {
        return decide(() -> {
            ShippedVersion version = ShippedVersion.proposed(
                            versions.nextNumber(), source, models, models.decision(source), user, clock.instant())
                    .noting(notes);
            versions.add(version, models.files());
            return version.number();
        });
    }

    private String refuse(Source source, ModelFiles models, String user, List<LocalizedMessage> findings) {
        return decide(() -> {
            ShippedVersion version = ShippedVersion.proposed(
                            versions.nextNumber(), source, models, models.decision(source), user, clock.instant())
                    .refused(clock.instant(), findings);
            versions.add(version, Map.of());
            return version.number();
        });
    }

    /**
     * Accepts a proposal of somebody else, and deploys it; checked once more, because rules and application may have changed.
     *
     * @param seen number of the version in use to which it was compared
     */
    public void accept(String number, String seen, String user) {
        ShippedVersion asked = proposal(number);
        if (asked.proposedBy().equals(user)) {
            throw new Problem(ProblemCode.OWN_PROPOSAL, number);
        }
        ModelFiles models = versions.files(asked);
        List<LocalizedMessage> findings = asked.source() == Source.APPLICATION ? List.of() : check.findings(models);
        decide(() -> {
            ShippedVersion version = proposal(number);
            String inUse = versions.inUse().map(ShippedVersion::number).orElse("");
            if (!inUse.equals(seen)) {
                throw new Problem(ProblemCode.CHANGED_AT_ONCE, inUse);
            }
            versions.update(
                    findings.isEmpty()
                            ? version.accepted(
                                    user, clock.instant(), nextTurn(versions), deployments.deploy(models.files()))
                            : version.refused(clock.instant(), findings));
            return number;
        });
    }

    /** Decides against a proposal; whoever made it may take it back. */
    public void reject(String number, String user) {
        decide(() -> {
            versions.update(proposal(number).rejected(user, clock.instant()));
            return number;
        });
    }

    static long nextTurn(ShippedVersions versions) {
        return 1 + versions.inUse().map(ShippedVersion::turn).orElse(0L);
    }

    private ShippedVersion proposal(String number) {
        ShippedVersion version = versions.find(number).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        if (version.state() != State.PROPOSED) {
            throw new Problem(ProblemCode.CHANGED_AT_ONCE, number);
        }
        return version;
    }

    private String decide(Supplier<String> change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            versions.lock();
            return change.get();
        }));
    }
}
