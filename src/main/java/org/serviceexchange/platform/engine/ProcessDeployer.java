package org.serviceexchange.platform.engine;

import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the files of {@code processes/} with names relative to that folder, once per content. The starter's own scan
 * names resources differently in the jar and in a checkout, and ignores forms.
 */
@Component
class ProcessDeployer implements SmartInitializingSingleton {

    static final String FOLDER = "processes/";

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;

    ProcessDeployer(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var deployment = repository.createDeployment().name("service-exchange").enableDuplicateFiltering(true);
        try {
            for (Resource resource : resources.getResources("classpath*:" + FOLDER + "**/*.*")) {
                try (InputStream content = resource.getInputStream()) {
                    deployment.addInputStream(nameOf(resource), content);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The folder processes/ could not be read from the class path.", e);
        }
        if (!deployment.getResourceNames().isEmpty()) {
            deployment.deploy();
        }
    }

    private static String nameOf(Resource resource) throws IOException {
        String location = resource.getURL().toString();
        return location.substring(location.lastIndexOf("/" + FOLDER) + FOLDER.length() + 1);
    }
}
