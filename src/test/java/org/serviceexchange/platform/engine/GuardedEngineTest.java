package org.serviceexchange.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.platform.engine.rules.EvilDelegate;
import org.serviceexchange.platform.engine.rules.ModelGuard;
import org.serviceexchange.platform.engine.rules.OneProcessPerKey;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.rulebook.ModelsWithCode;
import org.serviceexchange.platform.rulebook.ModelsWithCode.WithCode;
import org.springframework.context.support.GenericApplicationContext;

/** The engine with its guards, each wall alone and all together. */
class GuardedEngineTest {

    private static final String HARMLESS = ModelsWithCode.document("<bpmn:userTask id=\"x\"/>");

    private final String database = "jdbc:h2:mem:guarded-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final List<ProcessEngine> engines = new ArrayList<>();

    @AfterEach
    void stop() {
        engines.forEach(ProcessEngine::close);
        EvilDelegate.RUNS.set(0);
    }

    @Test
    @Guarantee(of = ModelGuard.class, says = "a model that the rule book refuses is not deployed.")
    void deploysNoEvilModelAndRunsNothingOfIt() {
        ProcessEngine engine = engine(GuardedEngineTest::guardAll);
        for (WithCode evil : ModelsWithCode.all()) {
            assertThatThrownBy(() -> deploy(engine, "evil.bpmn", evil.xml()))
                    .as(evil.name())
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("contains what this instance does not run: evil.bpmn:");
        }
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isZero();
        assertThat(EvilDelegate.RUNS).hasValue(0);
    }

    /** Without the look at the files: the tree that the engine parsed and the expressions are asked. */
    @Test
    void deploysNoneEitherWhenOnlyTheParsedTreeIsAsked() {
        ProcessEngine engine = engine(GuardedEngineTest::guardTree);
        deploy(engine, "harmless.bpmn", HARMLESS);
        for (WithCode evil : ModelsWithCode.all()) {
            assertThat(catchThrowable(() -> deploy(engine, "evil.bpmn", evil.xml())))
                    .as(evil.name())
                    .isNotNull();
        }
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(1);
    }

    @Test
    @Guarantee(of = ModelGuard.class, says = "A stored definition that the rule book refuses is not run.")
    void runsNoEvilModelThatIsInTheDatabase() {
        ProcessEngine unguarded = engine(configuration -> {});
        List<String> stored = new ArrayList<>();
        for (WithCode evil : ModelsWithCode.all()) {
            String key = "evil-" + stored.size();
            String xml = evil.xml().replace("process id=\"evil\"", "process id=\"" + key + "\"");
            if (catchThrowable(() -> deploy(unguarded, "evil.bpmn", xml)) == null) {
                stored.add(key);
            }
        }
        assertThat(stored).hasSizeGreaterThan(30);
        ProcessEngine engine = engine(GuardedEngineTest::guardAll);
        for (String key : stored) {
            assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey(key))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("evil.bpmn:");
        }
        assertThat(EvilDelegate.RUNS).hasValue(0);
    }

    @Test
    void deploysOurModelsAndThoseOfEarlierVersions() throws IOException {
        ProcessEngine engine = engine(GuardedEngineTest::guardAll);
        List<Path> models = new ArrayList<>();
        LandedModels.folders().forEach(folder -> models.addAll(LandedModels.files(folder)));
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            models.addAll(files.toList());
        }
        models.removeIf(file -> !file.toString().endsWith(".bpmn"));
        assertThat(models).hasSizeGreaterThan(6);
        for (Path model : models) {
            deploy(engine, model.getFileName().toString(), Files.readString(model));
        }
        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().count())
                .as("all but the picture of both sides, which is not executable")
                .isEqualTo(models.stream()
                        .filter(model -> !model.endsWith("onboarding.bpmn"))
                        .count());
    }

    @Test
    @Guarantee(of = ModelGuard.class, says = "No script is run, in whatever language.")
    void runsNoScriptWhateverElseFails() {
        ProcessEngine engine = engine(configuration -> {
            ModelGuard.configure(configuration);
            configuration.setCustomPreDeployers(List.of());
        });
        deploy(
                engine,
                "evil.bpmn",
                ModelsWithCode.document("<bpmn:task id=\"x\"/><bpmn:endEvent id=\"e\"/>"
                        + "<bpmn:sequenceFlow id=\"f2\" sourceRef=\"x\" targetRef=\"e\"><bpmn:conditionExpression"
                        + " xsi:type=\"bpmn:tFormalExpression\" language=\"juel\">${true}</bpmn:conditionExpression>"
                        + "</bpmn:sequenceFlow>"));
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("evil"))
                .hasMessageContaining("Scripts are not run here: juel");
    }

    @Test
    @Guarantee(of = OneProcessPerKey.class, says = "a person never gives a process its business key.")
    void takesABusinessKeyFromTheApplicationOnly() {
        ProcessEngine engine = engine(GuardedEngineTest::guardTree);
        deploy(engine, "a.bpmn", HARMLESS);
        var runtime = engine.getRuntimeService();
        engine.getIdentityService().setAuthenticatedUserId("paula");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("evil", "REG0001001"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("the business key REG0001001 is a number of this application");
        assertThatThrownBy(() -> runtime.createProcessInstanceByKey("evil")
                        .businessKey("REG0001001")
                        .startBeforeActivity("x")
                        .execute())
                .isInstanceOf(Problem.class);
        assertThat(runtime.startProcessInstanceByKey("evil").getBusinessKey()).isNull();
        engine.getIdentityService().clearAuthentication();
        assertThat(runtime.startProcessInstanceByKey("evil", "REG0001001").getBusinessKey())
                .isEqualTo("REG0001001");
    }

    @Test
    @Guarantee(of = OneProcessPerKey.class, says = "A business key belongs to one running process of its kind.")
    void startsNoSecondProcessWithABusinessKey() {
        ProcessEngine engine = engine(GuardedEngineTest::guardTree);
        deploy(engine, "a.bpmn", HARMLESS);
        var runtime = engine.getRuntimeService();
        runtime.startProcessInstanceByKey("evil", "PCN0001001");
        runtime.startProcessInstanceByKey("evil", "PCN0001002");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("evil", "PCN0001001"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("PCN0001001");
    }

    private static void deploy(ProcessEngine engine, String name, String xml) {
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(name, new ByteArrayInputStream(xml.getBytes(UTF_8)))
                .deploy();
    }

    private static void guardAll(ProcessEngineConfigurationImpl configuration) {
        ModelGuard.configure(configuration);
        guardTree(configuration);
    }

    private static void guardTree(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPostBPMNParseListeners(
                new ArrayList<>(List.of(ModelGuard.listener(), new OneProcessPerKey())));
        configuration.setExpressionManager(new RestrictedExpressions(context()));
    }

    private static GenericApplicationContext context() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.refresh();
        return context;
    }

    private ProcessEngine engine(Consumer<ProcessEngineConfigurationImpl> guards) {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setProcessEngineName("guarded-" + UUID.randomUUID());
        configuration.setJobExecutorActivate(false);
        guards.accept(configuration);
        ProcessEngine engine = configuration.buildProcessEngine();
        engines.add(engine);
        return engine;
    }
}
