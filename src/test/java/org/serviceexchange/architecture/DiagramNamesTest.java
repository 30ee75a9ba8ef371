package org.serviceexchange.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.have;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.architecture.Diagrams.Diagram;

/** Labels, ids, delegates, use cases and constants of the diagrams have matching names: processes/README.md. */
class DiagramNamesTest {

    private static final Map<String, String> FEATURES = Map.of(
            "consumer-registration", "provider", "provider-connection", "consumer", "connection-life", "connection");

    private static final Map<String, String> CLOSES =
            Map.of("provider", "CloseRegistration", "consumer", "CloseConnection");

    static List<Diagram> diagrams() {
        return Diagrams.all();
    }

    @Test
    void theThreeProcessesOfTheProductAreThere() {
        assertThat(diagrams())
                .extracting(Diagram::name)
                .containsExactly("connection-life", "consumer-registration", "provider-connection");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void fileIsNamedAfterItsProcess(Diagram diagram) {
        assertThat(diagram.model().getModelElementsByType(Process.class)).hasSize(1);
        assertThat(diagram.process().getId()).isEqualTo(diagram.name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(diagram.process().isExecutable()).isTrue();
        assertThat(diagram.process().getName()).isNotBlank();
        assertThat(diagram.process().getCamundaHistoryTimeToLiveString()).isNotBlank();
        assertThat(diagram.process().getCamundaVersionTag()).matches("[1-9][0-9]*");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementHasALabelAndIsExplained(Diagram diagram) {
        for (FlowNode node : diagram.nodes()) {
            assertThat(Diagram.isMerge(node) == (node.getName() == null))
                    .as("label of %s: merges have none, everything else has one", node.getId())
                    .isTrue();
            assertThat(node.getDocumentations())
                    .as("documentation of %s", node.getId())
                    .isNotEmpty()
                    .allMatch(documentation -> !documentation.getTextContent().isBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void idIsMadeOfTheLabel(Diagram diagram) {
        for (FlowNode node : diagram.nodes()) {
            if (Diagram.isMerge(node)) {
                assertThat(node.getId()).matches("merge_[a-z][A-Za-z]*");
                continue;
            }
            assertThat(node.getId()).as("id of \"%s\"", node.getName()).isEqualTo(prefix(node) + phrase(node));
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void serviceTaskCallsTheDelegateAndUseCaseOfItsName(Diagram diagram) {
        for (ServiceTask task : diagram.all(ServiceTask.class)) {
            String phrase = phrase(task);
            assertThat(task.getCamundaDelegateExpression())
                    .as("delegate expression of \"%s\"", task.getName())
                    .isEqualTo("#{" + phrase + "Delegate}");
            String name = phrase.substring(0, 1).toUpperCase(Locale.ROOT) + phrase.substring(1);
            JavaClass delegate = only(feature(diagram), name + "Delegate");
            assertThat(delegate.isAssignableTo(JavaDelegate.class)).isTrue();
            assertThat(delegate.getPackageName()).endsWith(".engine");
            String phase = delegate.getPackageName().replaceFirst("\\.engine$", "");
            // All ends of a case are one use case, which closes it
            String useCase = phase.endsWith(".closing") ? CLOSES.get(feature(diagram)) : name + side(diagram, task);
            assertThat(delegate.getDirectDependenciesFromSelf())
                    .as("use case of \"%s\", %s.%s", task.getName(), phase, useCase)
                    .extracting(dependency -> dependency.getTargetClass().getName())
                    .contains(phase + "." + useCase);
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void gatewayAsksAndItsFlowsAnswer(Diagram diagram) {
        for (Gateway gateway : diagram.all(Gateway.class)) {
            if (Diagram.isMerge(gateway)) {
                continue;
            }
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            assertThat(gateway.getOutgoing())
                    .as("answers of \"%s\"", gateway.getName())
                    .hasSizeGreaterThan(1)
                    .extracting(SequenceFlow::getName)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        }
    }

    /** The feature that a process belongs to; the same as in the beans of type ProcessRegistration. */
    private static JavaClass only(String feature, String name) {
        JavaClasses found = Code.MAIN
                .that(resideInAPackage(Code.ROOT + "." + feature + ".."))
                .that(have(simpleName(name)));
        assertThat(found).as(name).hasSize(1);
        return found.iterator().next();
    }

    private static String feature(Diagram diagram) {
        return FEATURES.get(diagram.name());
    }

    /** A use case says at whom, if both diagrams of the onboarding have a task of its name. */
    private static String side(Diagram diagram, ServiceTask task) {
        boolean both = !feature(diagram).equals("connection")
                && diagrams().stream()
                        .filter(one -> !feature(one).equals("connection"))
                        .allMatch(one -> one.all(ServiceTask.class).stream()
                                .anyMatch(other -> other.getName().equals(task.getName())));
        return both ? "At" + (feature(diagram).equals("provider") ? "Provider" : "Consumer") : "";
    }

    private static String prefix(FlowNode node) {
        if (node instanceof Event) {
            return "event_";
        }
        if (node instanceof Gateway) {
            return "gateway_";
        }
        assertThat(node).isInstanceOf(Activity.class);
        return node.getElementType().getTypeName() + "_";
    }

    /** Converts "Closed Incomplete: expired" to closedIncompleteExpired. */
    private static String phrase(FlowNode node) {
        String words = Arrays.stream(node.getName().replaceAll("['’]", "").split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
