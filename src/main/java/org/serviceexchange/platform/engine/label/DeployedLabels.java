package org.serviceexchange.platform.engine.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.serviceexchange.platform.label.LabelFile;
import org.serviceexchange.platform.label.ModelLabels;
import org.serviceexchange.platform.message.Localizable;
import org.springframework.stereotype.Component;

/** The labels of each version of a process, as they were deployed with it; read once, because a deployment never changes. */
@Component
public class DeployedLabels {

    private final RepositoryService repository;
    private final Map<String, ModelLabels> deployments = new ConcurrentHashMap<>();

    public DeployedLabels(RepositoryService repository) {
        this.repository = repository;
    }

    /** The labels of the version with this id. */
    public ModelLabels of(String definition) {
        return ofDeployment(repository.getProcessDefinition(definition).getDeploymentId());
    }

    /** The labels that were deployed together. */
    public ModelLabels ofDeployment(String deployment) {
        return deployments.computeIfAbsent(deployment, this::read);
    }

    /** A label of a process, as the newest version of it calls that in each language; nothing is asked before it is read. */
    public Localizable newest(String process, String label) {
        return language -> {
            if (label.isBlank()) {
                return label;
            }
            ProcessDefinition newest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
            return newest == null
                    ? label
                    : ofDeployment(newest.getDeploymentId()).in(label, language);
        };
    }

    private ModelLabels read(String deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : repository.getDeploymentResourceNames(deployment)) {
            if (LabelFile.isOne(name)) {
                try (InputStream file = repository.getResourceAsStream(deployment, name)) {
                    files.put(name, file.readAllBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return ModelLabels.of(files);
    }
}
