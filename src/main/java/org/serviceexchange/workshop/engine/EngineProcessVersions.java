package org.serviceexchange.workshop.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.Deployment;
import org.serviceexchange.platform.engine.label.DeployedLabels;
import org.serviceexchange.platform.label.ModelLabels;
import org.serviceexchange.workshop.ProcessVersion;
import org.serviceexchange.workshop.ProcessVersions;
import org.springframework.stereotype.Component;

/** Versions from the engine's definitions and its statistics. */
@Component
class EngineProcessVersions implements ProcessVersions {

    private final RepositoryService repository;
    private final ManagementService management;
    private final DeployedLabels labels;

    EngineProcessVersions(RepositoryService repository, ManagementService management, DeployedLabels labels) {
        this.labels = labels;
        this.repository = repository;
        this.management = management;
    }

    @Override
    public List<ProcessVersion> all() {
        Map<String, Instant> deployed = new HashMap<>();
        for (Deployment deployment : repository.createDeploymentQuery().list()) {
            deployed.put(deployment.getId(), deployment.getDeploymentTime().toInstant());
        }
        return management.createProcessDefinitionStatisticsQuery().includeFailedJobs().list().stream()
                .map(one -> version(one, Objects.requireNonNull(deployed.get(one.getDeploymentId()))))
                .sorted(Comparator.comparing(ProcessVersion::key)
                        .thenComparing(
                                Comparator.comparingInt(ProcessVersion::number).reversed()))
                .toList();
    }

    private static ProcessVersion version(ProcessDefinitionStatistics one, Instant deployedAt) {
        return new ProcessVersion(
                one.getId(),
                one.getKey(),
                Objects.requireNonNullElse(one.getName(), one.getKey()),
                one.getVersion(),
                Objects.requireNonNullElse(one.getVersionTag(), ""),
                one.getDeploymentId(),
                deployedAt,
                one.getInstances(),
                one.getFailedJobs());
    }

    @Override
    public String model(String id) {
        try (InputStream model = repository.getProcessModel(id)) {
            return new String(model.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ModelLabels labels(String id) {
        return labels.of(id);
    }

    @Override
    public Map<String, Standing> standings(String id) {
        Map<String, Standing> standings = new HashMap<>();
        for (ActivityStatistics one :
                management.createActivityStatisticsQuery(id).includeFailedJobs().list()) {
            standings.put(one.getId(), new Standing(one.getInstances(), one.getFailedJobs()));
        }
        return standings;
    }
}
