package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.springframework.beans.factory.annotation.Autowired;

@InstanceTest
class ProcessDeployerTest {

    @Autowired
    RepositoryService repository;

    @Test
    void deploysEveryFormWithTheProcessesThatUseIt() throws IOException {
        for (String key : List.of("consumer-registration", "provider-connection")) {
            ProcessDefinition process = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            assertThat(repository.getDeploymentResourceNames(process.getDeploymentId()))
                    .containsAll(forms());
        }
    }

    @Test
    void deploysTheProcessesAndNotThePictureOfBothSides() {
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .extracting(ProcessDefinition::getKey, ProcessDefinition::getVersionTag)
                .containsExactlyInAnyOrder(
                        tuple("consumer-registration", "3"),
                        tuple("provider-connection", "2"),
                        tuple("connection-life", "1"));
    }

    private static List<String> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes/forms"))) {
            return files.map(file -> "forms/" + file.getFileName()).toList();
        }
    }
}
