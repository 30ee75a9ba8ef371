package org.serviceexchange.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Processes and forms find each other after an update, whatever of them changed. */
@ExtendWith(OutputCaptureExtension.class)
class ChangedProcessesTest {

    private static final String LANDED = "landed/58958a1/";
    private static final String FORM = "forms/register-a-consumer.html";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private ProcessEngine engine;
    private RepositoryService repository;

    @BeforeEach
    void start() {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:changed-processes");
        configuration.setProcessEngineName("changed-processes");
        engine = configuration.buildProcessEngine();
        repository = engine.getRepositoryService();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void areDeployedTogetherWithFormsThatDidNotChange() throws IOException {
        deployLanded("**/*.*");
        deployer().afterSingletonsInstantiated();
        assertThat(formsOfTheLatest())
                .hasSize(3)
                .allSatisfy(names -> assertThat(names).contains(FORM));
    }

    @Test
    void findTheirFormsAgainWhenAnEarlierVersionDeployedThemAlone() throws IOException {
        deployer().afterSingletonsInstantiated();
        deployLanded("*.bpmn");
        deployNow("*.bpmn");
        assertThat(formsOfTheLatest())
                .filteredOn(names -> !names.contains("connection-life.bpmn"))
                .hasSize(2)
                .noneSatisfy(names -> assertThat(names).contains(FORM));
        deployer().afterSingletonsInstantiated();
        assertThat(formsOfTheLatest())
                .hasSize(3)
                .allSatisfy(names -> assertThat(names).contains(FORM));
    }

    @Test
    void aChangedFormAloneReachesPeople(CapturedOutput output) throws IOException {
        Map<String, byte[]> before = new TreeMap<>();
        for (Resource resource : resources.getResources("classpath:" + ProcessDeployer.FOLDER + "**/*.*")) {
            before.put(name(ProcessDeployer.FOLDER, resource), resource.getContentAsByteArray());
        }
        byte[] today = before.put(FORM, "<form>as it was</form>".getBytes(UTF_8));
        DeploymentBuilder deployment = repository.createDeployment().name("service-exchange");
        before.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.deploy();
        assertThat(form()).isNotEqualTo(today);

        deployer().afterSingletonsInstantiated();

        assertThat(form()).isEqualTo(today);
        assertThat(output)
                .contains("Deployed the process consumer-registration as version 2 (tag 3).")
                .contains("Deployed the process provider-connection as version 2 (tag 2).");
    }

    /** What Tasklist shows to who starts the latest version. */
    private byte[] form() throws IOException {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("consumer-registration")
                .latestVersion()
                .singleResult();
        try (InputStream form = repository.getResourceAsStream(latest.getDeploymentId(), FORM)) {
            return form.readAllBytes();
        }
    }

    @Test
    void areNotDeployedAgainAtTheNextStart() {
        deployer().afterSingletonsInstantiated();
        deployer().afterSingletonsInstantiated();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
    }

    private ProcessDeployer deployer() {
        return new ProcessDeployer(
                repository, resources, new StaticListableBeanFactory().getBeanProvider(ProcessDeployer.AtStart.class));
    }

    private void deployLanded(String pattern) throws IOException {
        deploy(LANDED, pattern);
    }

    private void deployNow(String pattern) throws IOException {
        deploy(ProcessDeployer.FOLDER, pattern);
    }

    /** As the earlier version did it: what had not changed was left out. */
    private void deploy(String folder, String pattern) throws IOException {
        DeploymentBuilder deployment =
                repository.createDeployment().name("service-exchange").enableDuplicateFiltering(true);
        for (Resource resource : resources.getResources("classpath:" + folder + pattern)) {
            deployment.addInputStream(name(folder, resource), resource.getInputStream());
        }
        deployment.deploy();
    }

    private static String name(String folder, Resource resource) throws IOException {
        String location = resource.getURL().toString();
        return location.substring(location.lastIndexOf("/" + folder) + folder.length() + 1);
    }

    private List<List<String>> formsOfTheLatest() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getDeploymentId)
                .map(repository::getDeploymentResourceNames)
                .toList();
    }
}
