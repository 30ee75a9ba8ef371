package org.serviceexchange.platform.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.rulebook.Bpmnlint.Linted;
import org.serviceexchange.platform.rulebook.model.Catalogue;
import org.serviceexchange.platform.rulebook.model.CatalogueEntry;

/** The plug-in for Camunda Modeler and the rule book say the same. */
class ModelerPluginTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final Pattern DATA =
            Pattern.compile("(?<=/\\* data \\*/ const DATA = ).*(?=; /\\* end of data \\*/)");
    private static final Pattern RULE = Pattern.compile("^    '([a-z-]+)': ", Pattern.MULTILINE);

    /** Needs the folder, the whole text of the file, ways through the process, or the application itself. */
    private static final Set<Rule> OF_THE_BOOK_ALONE = rules("""
            FILE_NOT_ALLOWED UNREADABLE ELEMENT_NOT_ALLOWED ATTRIBUTE_NOT_ALLOWED VALUE_NOT_ALLOWED TEXT_NOT_ALLOWED
            PROCESS_MISSING PROCESS_TWICE FILE_NAMED_OTHERWISE CALLED_UNKNOWN CALLS_ITSELF CALL_NOT_OF_THIS_FOLDER
            DECISION_UNKNOWN DECISION_NOT_OF_THIS_FOLDER DECISION_WITH_SEVERAL_RESULTS DECISION_WITHOUT_OTHERWISE
            DECISION_WITHOUT_DURATION DECISION_TEXT_IN_SINGLE_QUOTES DECISION_RESULT DECISION_VARIABLE DECISION_WITHOUT_TIME
            DECISION_FACT_UNKNOWN REMINDER_ANSWER_UNKNOWN FIELD_NOT_TAKEN TRANSLATION_LEFT_BEHIND TRANSLATION_UNREADABLE
            FORM_MISSING FORM_UNKNOWN REFERENCE_BROKEN ID_TWICE NEVER_REACHED LOOP_WITHOUT_WAIT NOT_USED NOT_DRAWN
            DRAWN_OVER_OTHERS VARIABLE_UNKNOWN VARIABLE_NOT_WRITTEN TIMER_AT_ONE_DATE TIMER_UNREADABLE TIMER_TOO_SHORT
            TIMER_OF_ANOTHER_KIND WAIT_WITHOUT_END WAIT_LONGER_THAN_THE_LINK ERROR_UNKNOWN ERROR_NOT_CAUGHT CONDITION_CONSTANT
            CONDITION_NOT_YES_OR_NO MESSAGE_UNKNOWN MESSAGE_MISSING MESSAGE_NOT_AWAITED MAIL_STEP LINK_LIFE LABEL_OF_STEP
            FORM_OF_ANOTHER_VERSION STEP_TOO_EARLY END_WITHOUT_CLOSING""");

    @Test
    void knowsWhatTheCodeOffersAndTheSentencesOfTheBook() throws IOException {
        String script = Files.readString(Bpmnlint.PLUGIN);
        String current = DATA.matcher(script).replaceFirst(Matcher.quoteReplacement(data(script)));
        if (System.getProperty("modeler.write") != null) {
            Files.write(Bpmnlint.PLUGIN, current.getBytes(UTF_8));
        }
        assertThat(current)
                .as("Run this test with -Dmodeler.write to renew the plug-in")
                .isEqualTo(Files.readString(Bpmnlint.PLUGIN));
    }

    static List<Linted> linted() {
        return Bpmnlint.all().stream()
                .filter(model -> model.unreadable().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("linted")
    void agreesWithTheBookOnEveryModelOfTheCorpus(Linted model) throws IOException {
        Set<String> codes = codes();
        assertThat(model.plugin().stream().map(finding -> finding.rule() + " " + finding.element()))
                .containsExactlyInAnyOrderElementsOf(model.book().stream()
                        .filter(breach -> codes.contains(breach.rule().code()))
                        .map(breach -> breach.rule().code() + " " + breach.element())
                        .toList());
    }

    @Test
    void speaksAsTheBook() {
        assertThat(Bpmnlint.all().stream()
                        .flatMap(model -> model.plugin().stream())
                        .map(Bpmnlint.Finding::message))
                .contains(
                        "“Register a consumer”: the step “Match contact” is missing. Without it the process cannot do what it"
                                + " is for; put it back.");
    }

    @Test
    void everyRuleIsInThePluginOrSaidToBeOfTheBookAlone() throws IOException {
        Set<String> both = new TreeSet<>(codes());
        OF_THE_BOOK_ALONE.forEach(
                rule -> assertThat(both.add(rule.code())).as(rule.code()).isTrue());
        assertThat(both).containsExactlyElementsOf(new TreeSet<>(rules(Rule.values())));
        assertThat(Bpmnlint.all().stream()
                        .flatMap(model -> model.plugin().stream())
                        .map(Bpmnlint.Finding::rule)
                        .collect(Collectors.toSet()))
                .as("each rule finds something in the corpus")
                .containsExactlyInAnyOrderElementsOf(codes());
    }

    private static Set<String> codes() throws IOException {
        return RULE.matcher(Files.readString(Bpmnlint.PLUGIN))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rules(Rule... rules) {
        return Arrays.stream(rules).map(Rule::code).toList();
    }

    private static Set<Rule> rules(String names) {
        return Arrays.stream(names.strip().split("\\s+")).map(Rule::valueOf).collect(Collectors.toSet());
    }

    private static String data(String script) throws JsonProcessingException {
        List<Rule> rules = Arrays.stream(Rule.values())
                .filter(rule -> script.contains("'" + rule.code() + "': "))
                .toList();
        Map<String, Object> data = new LinkedHashMap<>();
        Map<String, Object> processes = new TreeMap<>();
        Catalogue.ofThisApplication()
                .processes()
                .forEach(key ->
                        processes.put(key, offered(Catalogue.ofThisApplication().of(key, ""))));
        data.put("processes", processes);
        data.put("others", offered(Catalogue.ofThisApplication().of("", "")));
        Map<String, String> phrases = new TreeMap<>();
        Catalogue.ofThisApplication().processes().stream()
                .flatMap(key -> Catalogue.ofThisApplication().of(key, "").steps().keySet().stream())
                .forEach(step -> phrases.put(step, StepRules.phrase(step)));
        data.put("phrases", phrases);
        data.put(
                "hints",
                rules.stream()
                        .filter(rule -> rule.kind() == Rule.Kind.STYLE)
                        .map(Rule::code)
                        .toList());
        Map<String, Object> texts = new TreeMap<>();
        for (Locale language : Languages.OFFERED) {
            texts.put(
                    language.toLanguageTag(),
                    rules.stream()
                            .collect(Collectors.toMap(
                                    Rule::code,
                                    rule -> Messages.pattern(rule.message(), language)
                                            .toPattern())));
        }
        data.put("texts", texts);
        return JSON.writeValueAsString(data);
    }

    private static Map<String, Object> offered(CatalogueEntry entry) {
        Map<String, Object> steps = new TreeMap<>();
        entry.steps().forEach((name, step) -> steps.put(name, new TreeSet<>(step.flags())));
        return Map.of("steps", steps, "listeners", new TreeSet<>(entry.listeners()));
    }
}
