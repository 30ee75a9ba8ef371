package org.serviceexchange.platform.engine.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.serviceexchange.platform.engine.SharedMappings;
import org.serviceexchange.platform.rulebook.ModelsWithCode;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StoredModelsTest {

    @Test
    void namesTheDefinitionsThatAreNotRun(CapturedOutput output) {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:stored-models");
        configuration.setProcessEngineName("stored-models");
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            String evil = ModelsWithCode.document("<bpmn:userTask id=\"x\" camunda:assignee=\"${a.b}\"/>");
            deploy(engine, evil);
            deploy(engine, ModelsWithCode.document("<bpmn:userTask id=\"x\"/>"));
            new StoredModels(engine.getRepositoryService()).afterSingletonsInstantiated();
            assertThat(output)
                    .contains(
                            "Version 1 of the process evil is in the database but is not run, because it contains what this"
                                    + " application does not use: a.bpmn:9  “x”: assignee=\"${a.b}\" is not allowed.")
                    .doesNotContain("Version 2 of the process evil");
        } finally {
            engine.close();
        }
    }

    private static void deploy(ProcessEngine engine, String xml) {
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream("a.bpmn", new ByteArrayInputStream(xml.getBytes(UTF_8)))
                .deploy();
    }
}
