package org.serviceexchange.platform.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.rulebook.Breach;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.RuleBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the files of {@code processes/} with names relative to that folder, once per content. The starter's own scan
 * names resources differently in the jar and in a checkout, and ignores forms. A folder that breaks a rule of security, or whose
 * processes would not do what they should, is refused before the engine sees it; hints of style are logged.
 */
@Component
class ProcessDeployer implements SmartInitializingSingleton {

    static final String FOLDER = "processes/";

    /** Hidden folders, such as that of the templates for Camunda Modeler, and documents. */
    private static final Pattern FOR_PEOPLE = Pattern.compile("(.*/)?\\..*|.*\\.(md|json)");

    private static final Logger LOG = LoggerFactory.getLogger(ProcessDeployer.class);

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;

    ProcessDeployer(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, byte[]> files = files();
        if (files.isEmpty()) {
            return;
        }
        check(ProcessFolder.of(files));
        deploy(files, true);
        if (!latestDefinitionsHave(files)) {
            // An earlier version deployed changed files only: its definitions do not find their forms
            deploy(files, false);
        }
    }

    private static void check(ProcessFolder folder) {
        List<Breach> breaches = RuleBook.check(folder);
        List<LocalizedMessage> refusing = breaches.stream()
                .filter(breach -> breach.kind().refuses())
                .map(Breach::report)
                .toList();
        if (!refusing.isEmpty()) {
            throw new Problem(ProblemCode.MODEL_REFUSED, refusing);
        }
        breaches.forEach(breach -> LOG.warn("{}", breach.report().inDefault()));
    }

    private void deploy(Map<String, byte[]> files, boolean onlyIfChanged) {
        DeploymentBuilder builder = repository.createDeployment().name("service-exchange");
        files.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        if (onlyIfChanged) {
            builder.enableDuplicateFiltering(false);
        }
        List<ProcessDefinition> deployed = builder.deployWithResult().getDeployedProcessDefinitions();
        if (deployed != null) {
            deployed.forEach(definition -> LOG.info(
                    "Deployed the process {} as version {} (tag {}).",
                    definition.getKey(),
                    definition.getVersion(),
                    definition.getVersionTag()));
        }
    }

    private boolean latestDefinitionsHave(Map<String, byte[]> files) {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(definition -> files.containsKey(definition.getResourceName()))
                .allMatch(definition -> repository
                        .getDeploymentResourceNames(definition.getDeploymentId())
                        .containsAll(files.keySet()));
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource resource : resources.getResources("classpath*:" + FOLDER + "**/*.*")) {
                String name = nameOf(resource);
                if (!FOR_PEOPLE.matcher(name).matches()) {
                    files.put(name, resource.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The folder processes/ could not be read from the class path.", e);
        }
        return files;
    }

    private static String nameOf(Resource resource) throws IOException {
        String location = resource.getURL().toString();
        return location.substring(location.lastIndexOf("/" + FOLDER) + FOLDER.length() + 1);
    }
}
