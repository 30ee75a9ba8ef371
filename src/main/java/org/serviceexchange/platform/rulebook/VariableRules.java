package org.serviceexchange.platform.rulebook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.platform.rulebook.model.Catalogue;
import org.serviceexchange.platform.rulebook.model.CatalogueEntry;
import org.serviceexchange.platform.rulebook.model.ModelExpression;
import org.serviceexchange.platform.rulebook.model.ModelFlow;
import org.serviceexchange.platform.rulebook.model.ModelNode;
import org.serviceexchange.platform.rulebook.model.Nearest;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** Conditions and attributes read variables that something writes. */
final class VariableRules {

    private final ReadFolder.Model read;
    private final Set<String> known;

    private VariableRules(ReadFolder folder, ReadFolder.Model read) {
        this.read = read;
        this.known = known(folder, read);
    }

    static void check(ReadFolder folder, ReadFolder.Model read) {
        VariableRules rules = new VariableRules(folder, read);
        read.drawn().flows().forEach(rules::condition);
        read.drawn().nodes().forEach(rules::attributes);
    }

    /** What the application sets, what elements of the folder set, and, in somebody's own process, what it may be called with. */
    private static Set<String> known(ReadFolder folder, ReadFolder.Model read) {
        Set<String> known = new TreeSet<>(read.catalogue().variables().keySet());
        folder.variablesOfForms().forEach(known::add);
        boolean own =
                !Catalogue.ofThisApplication().processes().contains(read.drawn().key());
        folder.processes().stream().filter(one -> own || one.equals(read)).forEach(one -> {
            known.addAll(one.catalogue().variables().keySet());
            one.drawn().element().all().flatMap(VariableRules::written).forEach(known::add);
        });
        return known;
    }

    private static Stream<String> written(XmlElement element) {
        return Stream.of(
                        element.camunda("resultVariable"),
                        element.camunda("initiator"),
                        element.camunda("errorMessageVariable"),
                        element.camunda("errorCodeVariable"),
                        element.name().equals("out") || element.name().equals("in") ? element.value("target") : "")
                .filter(name -> !name.isEmpty());
    }

    private void condition(ModelFlow flow) {
        String condition = flow.condition().orElse("");
        if (condition.isEmpty()) {
            return;
        }
        Optional<Set<String>> variables = ModelExpression.parse(condition).map(ModelExpression::variables);
        variables.ifPresent(read -> read.forEach(name -> variable(flow.source(), flow.element(), name)));
        String type = ModelExpression.variable(condition)
                .map(name -> read.catalogue().variables().getOrDefault(name, ""))
                .orElse("");
        if (variables.filter(Set::isEmpty).isPresent()) {
            read.breaches().named(Rule.CONDITION_CONSTANT, flow.element(), flow.label(), condition);
        } else if (!type.isEmpty() && !type.equals("boolean")) {
            read.breaches().named(Rule.CONDITION_NOT_YES_OR_NO, flow.element(), flow.label(), condition);
        }
    }

    private void attributes(ModelNode node) {
        Stream<String> texts = Stream.concat(
                node.element().attributes().entrySet().stream()
                        .filter(one -> !one.getKey().endsWith("|delegateExpression"))
                        .map(Map.Entry::getValue),
                node.definitions()
                        .flatMap(definition -> definition.children().stream())
                        .map(XmlElement::content));
        texts.filter(text -> !ModelExpression.isText(text))
                .flatMap(text -> ModelExpression.parse(text).stream())
                .flatMap(expression -> expression.variables().stream())
                .distinct()
                .forEach(name -> variable(node, node.element(), name));
    }

    private void variable(ModelNode node, XmlElement place, String name) {
        if (!known.contains(name)) {
            read.breaches().named(Rule.VARIABLE_UNKNOWN, place, node.label(), name, Nearest.to(name, known));
            return;
        }
        Set<String> writers = read.catalogue().steps().values().stream()
                .filter(step -> step.writes().contains(name))
                .map(CatalogueEntry.Step::delegate)
                .collect(Collectors.toSet());
        boolean written = writers.isEmpty()
                || read.drawn().nodes().stream().map(StepRules::delegate).anyMatch(writers::contains);
        if (!written) {
            read.breaches()
                    .named(
                            Rule.VARIABLE_NOT_WRITTEN,
                            place,
                            node.label(),
                            name,
                            writers.stream().map(StepRules::phrase).sorted().collect(Collectors.joining(", ")));
        }
    }
}
