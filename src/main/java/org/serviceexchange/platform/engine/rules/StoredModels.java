package org.serviceexchange.platform.engine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.serviceexchange.platform.rulebook.Breach;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.RuleBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Says at start which definitions in the database the rule book refuses; {@link ModelGuard} does not let them run. */
@Component
class StoredModels implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(StoredModels.class);

    private final RepositoryService repository;

    StoredModels(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (ProcessDefinition definition :
                repository.createProcessDefinitionQuery().list()) {
            List<Breach> findings = findings(definition);
            if (!findings.isEmpty()) {
                LOG.error(
                        "Version {} of the process {} is in the database but is not run, because it contains what this"
                                + " application does not use: {} Find out who wrote it; docs/operations.md says more at"
                                + " SX-9007.",
                        definition.getVersion(),
                        definition.getKey(),
                        findings.stream().map(one -> one.report().inDefault()).collect(Collectors.joining("; ")));
            }
        }
    }

    private List<Breach> findings(ProcessDefinition definition) {
        try (InputStream model =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return RuleBook.security(ProcessFolder.of(Map.of(definition.getResourceName(), model.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
