package org.serviceexchange.block.field.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.serviceexchange.block.field.FormText;
import org.serviceexchange.block.field.StartForms;
import org.springframework.stereotype.Component;

/** Reads forms of the newest deployment that has them, each once. */
@Component
class DeployedForms implements StartForms {

    private static final String FOLDER = "forms/";

    private final RepositoryService repository;
    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    DeployedForms(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Map<String, String> ownFields(String form) {
        return repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .map(Deployment::getId)
                .filter(deployment ->
                        repository.getDeploymentResourceNames(deployment).contains(FOLDER + form))
                .findFirst()
                .map(deployment -> known.computeIfAbsent(deployment + "/" + form, key -> read(deployment, form)))
                .orElse(Map.of());
    }

    private Map<String, String> read(String deployment, String form) {
        try (InputStream html = repository.getResourceAsStream(deployment, FOLDER + form)) {
            return FormText.ownFields(new String(html.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
