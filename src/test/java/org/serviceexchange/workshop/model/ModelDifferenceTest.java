package org.serviceexchange.workshop.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.label.ModelLabels;
import org.serviceexchange.workshop.model.ModelDifference.Change;
import org.serviceexchange.workshop.model.ModelDifference.Kind;

class ModelDifferenceTest {

    private static final ModelLabels LABELS = ModelLabels.OF_THE_APPLICATION;

    private static final Path MODEL = Path.of("processes/consumer-registration.bpmn");

    @Test
    void ofTheSameModelIsNothing() throws IOException {
        assertThat(ModelElements.of(model(), LABELS)).hasSizeGreaterThan(50);
        assertThat(changes(model(), model())).isEmpty();
    }

    /** Layout and documentation are for people alone. */
    @Test
    void leavesLayoutAndDocumentationOut() throws IOException {
        String moved = model().replaceAll("<dc:Bounds x=\"[0-9]+\"", "<dc:Bounds x=\"1\"")
                .replaceAll("<bpmn:documentation>[^<]*<", "<bpmn:documentation>Other words<");
        assertThat(moved).isNotEqualTo(model());
        assertThat(changes(model(), moved)).isEmpty();
    }

    @Test
    void namesWhatWasAddedChangedAndRemoved() {
        String older = document("""
                <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
                <userTask id="a" name="Look at it"/><sequenceFlow id="f2" sourceRef="a" targetRef="t"/>
                <intermediateCatchEvent id="t" name="A day later"><timerEventDefinition id="x1"><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>
                """);
        String newer = document("""
                <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="b"/>
                <userTask id="b" name="Approve it"/><sequenceFlow id="f3" sourceRef="b" targetRef="t"/>
                <intermediateCatchEvent id="t" name="Two days later"><timerEventDefinition id="x2"><timeDuration>P2D</timeDuration></timerEventDefinition></intermediateCatchEvent>
                """);
        List<Change> changes = changes(older, newer);
        assertThat(changes)
                .extracting(Change::kind, change -> change.element().id(), Change::aspects, Change::mark)
                .containsExactly(
                        tuple(Kind.CHANGED, "f1", List.of("targetRef"), "process-changed"),
                        tuple(Kind.ADDED, "b", List.of(), "process-added"),
                        tuple(Kind.ADDED, "f3", List.of(), "process-added"),
                        tuple(Kind.CHANGED, "t", List.of("name", "timerEventDefinition"), "process-changed"),
                        tuple(Kind.REMOVED, "a", List.of(), "process-removed"),
                        tuple(Kind.REMOVED, "f2", List.of(), "process-removed"));
        assertThat(changes.stream()
                        .map(change -> change.element().label().in(Locale.ENGLISH))
                        .toList())
                .containsExactly(
                        "Flow from “s” to “Approve it”",
                        "Approve it",
                        "Flow from “Approve it” to “Two days later”",
                        "Two days later",
                        "Look at it",
                        "Flow from “Look at it” to “A day later”");
    }

    /** Editors give new ids to definitions of events; they name nothing. */
    @Test
    void leavesIdsOfPartsOut() throws IOException {
        String saved = model().replaceAll("(<bpmn:timerEventDefinition id=\")", "$1again_");
        assertThat(saved).isNotEqualTo(model());
        assertThat(changes(model(), saved)).isEmpty();
    }

    @Test
    void readsNoDocumentType() {
        assertThatThrownBy(() -> ModelElements.of("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", LABELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DOCTYPE");
    }

    private static List<Change> changes(String older, String newer) {
        return ModelDifference.between(ModelElements.of(older, LABELS), ModelElements.of(newer, LABELS))
                .changes();
    }

    private static String document(String content) {
        return "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">" + content
                + "</process></definitions>";
    }

    private static String model() throws IOException {
        return Files.readString(MODEL);
    }
}
