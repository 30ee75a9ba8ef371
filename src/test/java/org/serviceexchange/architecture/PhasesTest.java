package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.architecture.Diagrams.Diagram;

/** Whoever has seen a diagram knows the package of each step: its frame has the package's name. */
class PhasesTest {

    static List<Diagram> diagrams() {
        return Diagrams.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyTaskStandsInOnePhase(Diagram diagram) {
        new TreeMap<>(Phases.ofTasks(diagram))
                .forEach((task, phases) ->
                        assertThat(phases).as("frames around \"%s\"", task).hasSize(1));
    }

    @Test
    void theLifeOfAConnectionHasThreePhases() {
        assertThat(Phases.ofTasks(diagrams().get(0)).values().stream()
                        .flatMap(List::stream)
                        .distinct())
                .containsExactlyInAnyOrder("Rotation", "Suspension", "Contact");
    }

    @Test
    void theProviderHasSixPhases() {
        assertThat(Phases.ofTasks(diagrams().get(1)).values().stream()
                        .flatMap(List::stream)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "Validation", "Invitation", "Claim", "Authorization", "Key exchange", "Closing");
    }

    @Test
    void theConsumerHasFivePhases() {
        Map<String, List<String>> phases = Phases.ofTasks(diagrams().get(2));
        assertThat(phases.values().stream().flatMap(List::stream).distinct())
                .containsExactlyInAnyOrder("Validation", "Claim", "Authorization", "Key exchange", "Closing");
        assertThat(phases).containsEntry("Connect to Provider", List.of("Claim"));
        assertThat(phases).containsEntry("Claim registration", List.of("Claim"));
    }
}
