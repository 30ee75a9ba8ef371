package org.serviceexchange.platform.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.platform.rulebook.EvilModels.EvilModel;

/** The rule book on changed models of this application: each is refused by the rule that it breaks, and harmless ones pass. */
class EvilModelsTest {

    static List<EvilModel> evil() {
        return EvilModels.all();
    }

    static List<EvilModel> harmless() {
        return EvilModels.harmless();
    }

    @Test
    void theModelsOfThisApplicationBreakNoRule() throws IOException {
        ProcessFolder shipped = ProcessFolder.of(Path.of("processes"));
        assertThat(shipped.files()).containsKey("consumer-registration.bpmn").doesNotContainKey("README.md");
        assertThat(RuleBook.check(shipped)).extracting(Breach::report).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("evil")
    void anEvilModelIsFoundByItsRule(EvilModel model) {
        List<Breach> breaches = RuleBook.check(model.folder());
        if (Set.of(EvilModels.CHECKER, EvilModels.NOBODY).contains(model.verdict())) {
            assertThat(breaches)
                    .filteredOn(breach -> breach.kind().refuses())
                    .extracting(Breach::report)
                    .isEmpty();
        } else {
            assertThat(breaches).extracting(breach -> breach.rule().code()).contains(model.verdict());
            assertThat(breaches)
                    .as("few lines, so that they are read")
                    .filteredOn(breach -> breach.kind().refuses())
                    .hasSizeLessThan(6);
            assertThat(breaches).allSatisfy(breach -> assertThat(breach.label()).isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void aHarmlessChangePasses(EvilModel model) {
        Set<String> expected = model.verdict().equals("-")
                ? Set.of()
                : Set.copyOf(Arrays.asList(model.verdict().split(",")));
        List<Breach> breaches = RuleBook.check(model.folder());
        assertThat(breaches)
                .filteredOn(breach -> breach.kind().refuses())
                .extracting(Breach::report)
                .isEmpty();
        assertThat(breaches.stream().map(breach -> breach.rule().code()).collect(Collectors.toSet()))
                .isSubsetOf(expected);
    }

    @Test
    void everyRuleHasAModelThatItFinds() {
        assertThat(EvilModels.all()).hasSizeGreaterThan(60);
        assertThat(EvilModels.harmless()).hasSizeGreaterThan(14);
        assertThat(EvilModels.all(EvilModels.CHECKER)).isNotEmpty();
        assertThat(EvilModels.all())
                .extracting(EvilModel::verdict)
                .contains(Arrays.stream(Rule.values()).map(Rule::code).toArray(String[]::new));
    }

    /** What an analyst reads after deleting a step in Modeler. */
    @Test
    void saysInFewLinesWhatADeletedStepBreaks() {
        ProcessFolder folder = EvilModels.all().stream()
                .filter(model -> model.name().equals("Match contact is deleted in Modeler"))
                .findFirst()
                .orElseThrow()
                .folder();
        assertThat(RuleBook.check(folder))
                .extracting(breach -> breach.sentence().inDefault())
                .containsExactly(
                        "“Register a consumer”: the step “Match contact” is missing. Without it the process cannot do what"
                                + " it is for; put it back.",
                        "“Is it the contact?” reads contactMatches, but no step writes it before: “Match contact” is"
                                + " missing.");
    }
}
