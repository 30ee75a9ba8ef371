package org.serviceexchange.approval.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.ApprovalKeeper;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.platform.engine.ChangedModel;
import org.serviceexchange.platform.engine.SharedMappings;
import org.serviceexchange.platform.engine.rules.ModelGuard;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The element templates for Camunda Modeler, against what the application reads. */
class ApprovalModelTest {

    private static final Path TEMPLATES = Path.of("processes/.camunda/element-templates");
    private static final String OURS = "org.serviceexchange.";

    /** Where a template for Camunda 7 may write to; its schema has no task listeners and no timers. */
    private static final Set<String> BINDINGS = Set.of(
            "property",
            "camunda:property",
            "camunda:inputParameter",
            "camunda:outputParameter",
            "camunda:in",
            "camunda:out",
            "camunda:in:businessKey",
            "camunda:executionListener",
            "camunda:field",
            "camunda:errorEventDefinition");

    @Test
    void everyTemplateSaysWhatModelerNeeds() throws IOException {
        List<JsonNode> all = templates();
        assertThat(all).isNotEmpty().allSatisfy(template -> {
            assertThat(template.get("id").asText()).startsWith(OURS);
            assertThat(template.get("name").asText()).isNotBlank();
            assertThat(template.get("version").asInt()).isPositive();
            assertThat(template.get("appliesTo")).isNotEmpty();
            assertThat(template.get("properties")).isNotEmpty().allSatisfy(property -> {
                assertThat(property.get("binding").get("type").asText()).isIn(BINDINGS);
                assertThat(property.get("type").asText()).isIn("String", "Text", "Boolean", "Dropdown", "Hidden");
            });
        });
        assertThat(all).extracting(template -> template.get("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void theTemplatesOfApprovalsSetEveryPropertyThatIsReadAndNoOther() throws IOException {
        assertThat(approvals())
                .hasSize(2)
                .allSatisfy(template -> assertThat(
                                properties(template, "camunda:property").keySet())
                        .isEqualTo(new TreeSet<>(ApprovalModel.PROPERTIES)));
    }

    @Test
    void aTaskWithTheTemplateIsAcceptedAndIsAnApproval() throws IOException {
        List<Approval> read = new ArrayList<>();
        for (JsonNode template : approvals()) {
            ChangedModel model = ChangedModel.of("consumer-registration.bpmn")
                    .insert(
                            "flow_awaitConsent_to_awaitKeyExchange",
                            UserTask.class,
                            "userTask_approve",
                            "Approve",
                            task -> apply(template, task));
            read.addAll(deployed(model));
        }
        assertThat(read)
                .containsExactly(
                        Approval.required("userTask_approve", "Approve", "May this go on?", ApprovalPlace.LINK, false),
                        Approval.required(
                                "userTask_approve",
                                "Approve",
                                "May keys be exchanged with this consumer?",
                                ApprovalPlace.KEY_EXCHANGE,
                                true));
    }

    @Test
    void anApprovalThatNoRecordKeepsIsRefused() {
        ChangedModel model = ChangedModel.of("provider-connection.bpmn")
                .insert(
                        "flow_keysAgreed_to_activateConnection",
                        UserTask.class,
                        "userTask_approve",
                        "Approve",
                        task -> ChangedModel.property(task, ApprovalModel.BEFORE, "link"));
        assertThatThrownBy(() -> deployed(model)).hasMessageContaining("userTask_approve approvalBefore=\"link\"");
        ChangedModel life = ChangedModel.of("connection-life.bpmn")
                .insert(
                        "flow_connectionEnded_to_lifeOver",
                        UserTask.class,
                        "userTask_approve",
                        "Approve",
                        task -> ChangedModel.property(task, ApprovalModel.BEFORE, "activation"));
        assertThatThrownBy(() -> deployed(life)).hasMessageContaining("userTask_approve approvalBefore=\"activation\"");
    }

    @Test
    void everyPlaceThatATemplateOffersExists() throws IOException {
        JsonNode choices = approvals().stream()
                .flatMap(template -> stream(template.get("properties")))
                .filter(property -> property.get("binding").get("name").asText().equals(ApprovalModel.BEFORE))
                .filter(property -> property.has("choices"))
                .findFirst()
                .orElseThrow()
                .get("choices");
        assertThat(stream(choices)
                        .map(choice ->
                                ApprovalPlace.of(choice.get("value").asText()).orElseThrow()))
                .containsExactly(ApprovalPlace.values());
    }

    private static List<Approval> deployed(ChangedModel model) {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setProcessEngineName("approval-templates");
        configuration.setJdbcUrl("jdbc:h2:mem:approval-templates");
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(
                ModelGuard.listener(),
                new ApprovalTasks(new StaticListableBeanFactory().getBeanProvider(ApprovalKeeper.class)))));
        ModelGuard.configure(configuration);
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            var repository = (RepositoryServiceImpl) engine.getRepositoryService();
            String id = repository
                    .createDeployment()
                    .addString(model.file(), new String(model.content(), StandardCharsets.UTF_8))
                    .deployWithResult()
                    .getDeployedProcessDefinitions()
                    .get(0)
                    .getId();
            return ApprovalModel.of((ProcessDefinitionEntity) repository.getDeployedProcessDefinition(id))
                    .all();
        } finally {
            engine.close();
        }
    }

    /** As Modeler applies a template. */
    private static void apply(JsonNode template, UserTask task) {
        String camunda = "http://camunda.org/schema/1.0/bpmn";
        task.setAttributeValueNs(camunda, "modelerTemplate", template.get("id").asText());
        task.setAttributeValueNs(
                camunda, "modelerTemplateVersion", template.get("version").asText());
        properties(template, "property")
                .forEach((name, value) -> task.setAttributeValueNs(camunda, name.replace("camunda:", ""), value));
        properties(template, "camunda:property").forEach((name, value) -> ChangedModel.property(task, name, value));
    }

    private static Map<String, String> properties(JsonNode template, String binding) {
        Map<String, String> values = new TreeMap<>();
        stream(template.get("properties"))
                .filter(property -> property.get("binding").get("type").asText().equals(binding))
                .forEach(property -> values.put(
                        property.get("binding").get("name").asText(),
                        property.path("value").asText()));
        return values;
    }

    private static List<JsonNode> approvals() throws IOException {
        return templates().stream()
                .filter(template -> properties(template, "camunda:property").containsKey(ApprovalModel.BEFORE))
                .toList();
    }

    private static List<JsonNode> templates() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.sorted().toList()) {
                JsonNode content = new ObjectMapper().readTree(file.toFile());
                (content.isArray() ? stream(content) : Stream.of(content)).forEach(all::add);
            }
        }
        return all;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items.stream();
    }
}
