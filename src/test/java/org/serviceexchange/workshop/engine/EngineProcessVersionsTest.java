package org.serviceexchange.workshop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.label.DeployedLabels;
import org.serviceexchange.workshop.ProcessVersion;
import org.serviceexchange.workshop.ProcessVersions.Standing;

/** With an engine of its own, on which versions come and go. */
class EngineProcessVersionsTest {

    private final SmallEngine engine = new SmallEngine();
    private final EngineProcessVersions versions = new EngineProcessVersions(
            engine.repository(), engine.management(), new DeployedLabels(engine.repository()));

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void listsTheNewestFirstWithItsCases() {
        engine.deploy(SmallEngine.TWO_STEPS);
        engine.start("A1");
        engine.start("A2");
        engine.deploy(SmallEngine.TWO_STEPS.replace("versionTag=\"1\"", "versionTag=\"2\""));
        engine.start("A3");
        assertThat(versions.all())
                .extracting(
                        ProcessVersion::key,
                        ProcessVersion::name,
                        ProcessVersion::number,
                        ProcessVersion::tag,
                        ProcessVersion::cases,
                        ProcessVersion::stopped)
                .containsExactly(
                        tuple("small", "Small process", 2, "2", 1, 0), tuple("small", "Small process", 1, "1", 2, 0));
        assertThat(versions.model(versions.all().get(0).id())).contains("versionTag=\"2\"");
    }

    @Test
    void knowsWhereCasesStandAlsoThoseThatAreDueOrStopped() {
        engine.deploy(SmallEngine.TWO_STEPS);
        engine.start("A1");
        engine.start("A2");
        engine.completeFirst("A1");
        engine.start("A3");
        engine.completeFirst("A3");
        engine.stopJob("A3");
        String id = versions.all().get(0).id();
        assertThat(versions.standings(id))
                .hasSize(2)
                .containsEntry("userTask_first", new Standing(1, 0))
                .containsEntry("userTask_second", new Standing(2, 1));
        assertThat(versions.all().get(0).stopped()).isEqualTo(1);
    }
}
