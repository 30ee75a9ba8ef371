package org.serviceexchange.platform.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.rulebook.Breach;
import org.serviceexchange.platform.rulebook.ProcessFolder;
import org.serviceexchange.platform.rulebook.RuleBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models with their forms, once per content: those of {@code processes/} in the application, with names relative to that
 * folder, unless somebody else decides at the start what is deployed. The starter's own scan names resources differently in the
 * jar and in a checkout, and ignores forms. Files that break a rule of security, or whose processes would not do what they should,
 * are refused before the engine sees them; hints of style are logged.
 */
@Component
public class ProcessDeployer implements SmartInitializingSingleton {

    static final String FOLDER = "processes/";

    /** Hidden folders, such as that of the templates for Camunda Modeler, and documents. */
    private static final Pattern FOR_PEOPLE = Pattern.compile("(.*/)?\\..*|.*\\.(md|json)");

    private static final Logger LOG = LoggerFactory.getLogger(ProcessDeployer.class);

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;
    private final ObjectProvider<AtStart> atStart;

    ProcessDeployer(RepositoryService repository, ResourcePatternResolver resources, ObjectProvider<AtStart> atStart) {
        this.repository = repository;
        this.resources = resources;
        this.atStart = atStart;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, byte[]> files = files();
        AtStart decides = atStart.getIfAvailable();
        if (decides != null) {
            decides.decide(files);
        } else if (!files.isEmpty()) {
            deploy(files);
        }
    }

    /** Deploys these files together unless they are the ones in use; returns the id of the deployment that has them. */
    public String deploy(Map<String, byte[]> files) {
        check(ProcessFolder.of(files));
        String deployment = deploy(files, true);
        // An earlier version deployed changed files only: its definitions do not find their forms
        return latestDefinitionsHave(files) ? deployment : deploy(files, false);
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

    private String deploy(Map<String, byte[]> files, boolean onlyIfChanged) {
        DeploymentBuilder builder = repository.createDeployment().name("service-exchange");
        files.forEach((name, content) -> builder.addInputStream(name, new ByteArrayInputStream(content)));
        if (onlyIfChanged) {
            builder.enableDuplicateFiltering(false);
        }
        DeploymentWithDefinitions deployment = builder.deployWithResult();
        List<ProcessDefinition> deployed = deployment.getDeployedProcessDefinitions();
        if (deployed != null) {
            deployed.forEach(definition -> LOG.info(
                    "Deployed the process {} as version {} (tag {}).",
                    definition.getKey(),
                    definition.getVersion(),
                    definition.getVersionTag()));
        }
        return deployment.getId();
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

    /** Decides when the instance starts which models are deployed. */
    public interface AtStart {

        /**
         * Decides it, before anything is deployed.
         *
         * @param ofTheApplication the files that came with the application, by name
         */
        void decide(Map<String, byte[]> ofTheApplication);
    }
}
