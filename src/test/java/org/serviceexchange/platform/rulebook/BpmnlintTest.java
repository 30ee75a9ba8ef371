package org.serviceexchange.platform.rulebook;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.platform.rulebook.Bpmnlint.Linted;

/** What bpmnlint finds in a file, with its recommended rules and that for Camunda 7.24, the rule book finds too. */
class BpmnlintTest {

    /** Which rules of the book say the same. */
    private static final Map<String, Set<Rule>> SAME = Map.ofEntries(
            entry("conditional-flows", Set.of(Rule.CONDITION_MISSING, Rule.CONDITION_IGNORED)),
            entry("end-event-required", Set.of(Rule.END_MISSING)),
            entry("event-based-gateway", Set.of(Rule.EVENT_EXPECTED, Rule.LEADS_NOWHERE, Rule.GATEWAY_NEEDLESS)),
            entry("event-sub-process-typed-start-event", Set.of(Rule.START_WITHOUT_EVENT)),
            entry("fake-join", Set.of(Rule.JOIN_WITHOUT_GATEWAY)),
            entry("global", Set.of(Rule.NOT_USED, Rule.ID_TWICE)),
            entry("label-required", Set.of(Rule.LABEL_MISSING, Rule.ANSWER_MISSING, Rule.CONDITION_IGNORED)),
            entry("no-bpmndi", Set.of(Rule.NOT_DRAWN)),
            entry("no-complex-gateway", Set.of(Rule.ELEMENT_NOT_ALLOWED)),
            entry("no-disconnected", Set.of(Rule.NEVER_REACHED, Rule.LEADS_NOWHERE)),
            entry("no-duplicate-sequence-flows", Set.of(Rule.FLOW_TWICE)),
            entry("no-gateway-join-fork", Set.of(Rule.JOIN_AND_FORK)),
            entry("no-implicit-end", Set.of(Rule.LEADS_NOWHERE)),
            entry("no-implicit-split", Set.of(Rule.SPLIT_WITHOUT_GATEWAY)),
            entry("no-implicit-start", Set.of(Rule.NEVER_REACHED)),
            entry("no-inclusive-gateway", Set.of(Rule.ELEMENT_NOT_ALLOWED)),
            entry("no-overlapping-elements", Set.of(Rule.DRAWN_OVER_OTHERS)),
            entry("single-blank-start-event", Set.of(Rule.START_SEVERAL)),
            entry("single-event-definition", Set.of(Rule.EVENT_SEVERAL)),
            entry("start-event-required", Set.of(Rule.START_MISSING)),
            entry("sub-process-blank-start-event", Set.of(Rule.START_WITH_EVENT)),
            entry("superfluous-gateway", Set.of(Rule.GATEWAY_NEEDLESS)),
            entry("camunda-compat/history-time-to-live", Set.of(Rule.HISTORY_WITHOUT_END)));

    static List<Linted> linted() {
        return Bpmnlint.all();
    }

    @ParameterizedTest
    @MethodSource("linted")
    void theBookFindsWhatBpmnlintFinds(Linted model) {
        Set<String> found = model.book().stream()
                .map(breach -> breach.rule() + " " + place(breach.rule(), breach.element()))
                .collect(Collectors.toSet());
        assertThat(model.bpmnlint())
                .filteredOn(finding -> SAME.getOrDefault(finding.rule(), Set.of()).stream()
                        .noneMatch(rule -> found.contains(rule + " " + place(rule, finding.element()))))
                .isEmpty();
    }

    /**
     * bpmnlint names both ends of a doubled flow, too, and of two elements that lie over each other, or of two
     * messages of one name, the other one.
     */
    private static String place(Rule rule, String element) {
        return Set.of(Rule.FLOW_TWICE, Rule.DRAWN_OVER_OTHERS, Rule.NOT_USED).contains(rule) ? "" : element;
    }

    @Test
    void itRanOnTheWholeCorpus() {
        assertThat(Bpmnlint.all()).hasSizeGreaterThan(100);
        assertThat(Bpmnlint.all().stream()
                        .filter(model -> model.name().startsWith("shipped: "))
                        .flatMap(model -> model.bpmnlint().stream()))
                .isEmpty();
        assertThat(Bpmnlint.all().stream()
                        .flatMap(model -> model.bpmnlint().stream())
                        .map(Bpmnlint.Finding::rule))
                .contains("fake-join", "no-implicit-end", "label-required", "camunda-compat/history-time-to-live");
    }

    /** Both refuse what cannot be read. */
    @Test
    void theBookRefusesWhatBpmnlintCannotRead() {
        assertThat(Bpmnlint.all())
                .filteredOn(model -> !model.unreadable().isEmpty())
                .allSatisfy(model -> assertThat(model.book())
                        .as(model.unreadable())
                        .anyMatch(breach -> breach.kind().refuses()));
    }
}
