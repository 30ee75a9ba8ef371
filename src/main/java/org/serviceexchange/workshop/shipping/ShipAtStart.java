package org.serviceexchange.workshop.shipping;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.engine.ProcessDeployer;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.workshop.shipping.ShippedVersion.Source;
import org.serviceexchange.workshop.shipping.ShippedVersion.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides when a node starts which models are deployed. What the application or the folder brings is a decision that counts once,
 * whichever node sees it first; afterwards the newest version that was accepted goes on, so that nodes with different files never
 * deploy in turns.
 */
@Component
class ShipAtStart implements ProcessDeployer.AtStart {

    private static final Logger LOG = LoggerFactory.getLogger(ShipAtStart.class);

    private final ShippedVersions versions;
    private final CheckModels check;
    private final Deployments deployments;
    private final @Nullable Path folder;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ShipAtStart(
            ShippedVersions versions,
            CheckModels check,
            Deployments deployments,
            ShippingSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.versions = versions;
        this.check = check;
        this.deployments = deployments;
        this.folder = settings.folder();
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void decide(Map<String, byte[]> ofTheApplication) {
        try {
            take(ofTheApplication);
        } catch (Problem refused) {
            LOG.error("Nothing is deployed at this start, the models stay as they are: {}", refused.getMessage());
        }
    }

    private void take(Map<String, byte[]> ofTheApplication) {
        ModelFiles application = ModelFiles.of(ofTheApplication);
        transaction.executeWithoutResult(status -> {
            versions.lock();
            takeApplication(application);
        });
        if (folder != null) {
            takeFolder(folder);
        }
    }

    /** Models that a person decided for stay until a person decides for those of a newer application. */
    private void takeApplication(ModelFiles models) {
        String decision = models.decision(Source.APPLICATION);
        Optional<ShippedVersion> inUse = versions.inUse();
        if (versions.isMade(decision)) {
            if (inUse.filter(one -> one.fingerprint().equals(models.fingerprint()))
                    .isPresent()) {
                // Nothing happens unless an earlier version left definitions without their forms
                deployments.deploy(models.files());
            } else {
                LOG.warn(
                        "The models of this application were decided about before and are not in use; version {} goes on. To use"
                                + " them, accept them or roll back to them on the page Processes.",
                        inUse.map(ShippedVersion::number).orElse(""));
            }
            return;
        }
        ShippedVersion version = ShippedVersion.proposed(
                versions.nextNumber(), Source.APPLICATION, models, decision, "", clock.instant());
        if (inUse.filter(one -> one.source() != Source.APPLICATION).isPresent()) {
            LOG.info(
                    "This application brings models that are not in use: version {} waits for somebody to accept it on the"
                            + " page Processes.",
                    version.number());
            versions.add(version, models.files());
        } else {
            accept(version, "", models);
        }
    }

    private void takeFolder(Path place) {
        ModelFiles models;
        try {
            models = ModelFiles.of(ProcessFolder.of(place).files());
        } catch (IOException e) {
            LOG.error(
                    "The folder {} of service-exchange.processes.folder cannot be read; the models stay as they are.",
                    place,
                    e);
            return;
        }
        String decision = models.decision(Source.FOLDER);
        if (versions.isMade(decision)) {
            remindOfUse(models);
            return;
        }
        CheckModels.Judgement judgement;
        try {
            judgement = check.judge(models);
        } catch (RuntimeException failed) {
            LOG.error("The folder of processes {} could not be checked; the models stay as they are.", place, failed);
            return;
        }
        transaction.executeWithoutResult(status -> {
            versions.lock();
            if (!versions.isMade(decision)) {
                takeFolder(models, decision, judgement);
            }
        });
    }

    private void takeFolder(ModelFiles models, String decision, CheckModels.Judgement judgement) {
        List<LocalizedMessage> findings = judgement.findings();
        String operator = "operator (" + System.getProperty("user.name", "") + ")";
        if (findings.isEmpty()) {
            ShippedVersion version = ShippedVersion.proposed(
                    versions.nextNumber(), Source.FOLDER, models, decision, operator, clock.instant());
            accept(version.noting(judgement.notes()), operator, models);
            return;
        }
        findings.forEach(finding -> LOG.error("The folder of processes is refused: {}", finding.in(Locale.ENGLISH)));
        Optional<ShippedVersion> same = versions.all().stream()
                .filter(one -> one.decision().equals(decision) && one.state() == State.REFUSED)
                .findFirst();
        if (same.isPresent()) {
            versions.update(same.get().refused(clock.instant(), findings));
        } else {
            versions.add(
                    ShippedVersion.proposed(
                                    versions.nextNumber(), Source.FOLDER, models, decision, operator, clock.instant())
                            .refused(clock.instant(), findings),
                    Map.of());
        }
    }

    private void accept(ShippedVersion version, String by, ModelFiles models) {
        String deployment = deployments.deploy(models.files());
        versions.add(version.accepted(by, clock.instant(), ShipModels.nextTurn(versions), deployment), models.files());
    }

    private void remindOfUse(ModelFiles models) {
        Optional<ShippedVersion> inUse = versions.inUse();
        if (inUse.filter(one -> one.fingerprint().equals(models.fingerprint())).isEmpty()) {
            LOG.warn(
                    "The folder of processes holds models that were in use before; version {} goes on. To use the folder's again,"
                            + " write another reason into {}, or roll back on the page Processes.",
                    inUse.map(ShippedVersion::number).orElse(""),
                    ModelFiles.REASON);
        }
    }
}
