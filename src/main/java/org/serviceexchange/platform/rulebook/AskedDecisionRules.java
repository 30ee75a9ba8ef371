package org.serviceexchange.platform.rulebook;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.platform.rulebook.model.ModelExpression;
import org.serviceexchange.platform.rulebook.model.ModelNode;
import org.serviceexchange.platform.rulebook.model.ModelTimer;
import org.serviceexchange.platform.rulebook.model.Nearest;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** Decisions that are asked are there and give one value of the kind that is needed; the engine would find out at run time. */
final class AskedDecisionRules {

    private static final List<String> SEVERAL = List.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

    private final ReadFolder folder;
    private final ReadFolder.Model read;

    private AskedDecisionRules(ReadFolder folder, ReadFolder.Model read) {
        this.folder = folder;
        this.read = read;
    }

    static void check(ReadFolder folder) {
        folder.trees()
                .forEach((file, root) -> root.all()
                        .filter(one -> one.name().equals("text") && ProcessFolder.isDecision(file))
                        .filter(one -> one.content().matches("(?s)'.*'"))
                        .forEach(one ->
                                folder.breaches(file).named(Rule.DECISION_TEXT_IN_SINGLE_QUOTES, one, one.content())));
        for (ReadFolder.Model read : folder.executable()) {
            AskedDecisionRules rules = new AskedDecisionRules(folder, read);
            read.drawn().nodes("businessRuleTask").forEach(rules::task);
        }
    }

    private void task(ModelNode task) {
        XmlElement element = task.element();
        String id = element.camunda("decisionRef");
        Optional<XmlElement> decision = folder.decision(id);
        if (decision.isEmpty()) {
            Set<String> known = folder.decisions().map(XmlElement::id).collect(Collectors.toSet());
            read.breaches().add(Rule.DECISION_UNKNOWN, element, id, Nearest.to(id, known));
        }
        String result = element.camunda("resultVariable");
        decision.ifPresent(one -> decision(task, one, result));
    }

    private void decision(ModelNode task, XmlElement decision, String result) {
        Optional<XmlElement> table = decision.child("decisionTable");
        if (table.filter(one -> SEVERAL.contains(one.value("hitPolicy"))
                        || one.children("output").count() > 1)
                .isPresent()) {
            read.breaches().add(Rule.DECISION_WITH_SEVERAL_RESULTS, task.element(), decision.label());
        }
        if (!isUsedAsTime(result)) {
            return;
        }
        if (table.filter(one -> one.children("rule").noneMatch(AskedDecisionRules::matchesAlways))
                .isPresent()) {
            read.breaches().add(Rule.DECISION_WITHOUT_OTHERWISE, task.element(), decision.label());
        }
        Stream.concat(
                        table.stream()
                                .flatMap(one -> one.children("rule"))
                                .flatMap(rule -> rule.children("outputEntry")),
                        decision.children("literalExpression"))
                .map(entry -> entry.child("text").map(XmlElement::content).orElse(""))
                .filter(text -> !isDuration(text))
                .forEach(text ->
                        read.breaches().add(Rule.DECISION_WITHOUT_DURATION, task.element(), decision.label(), text));
        table.flatMap(one -> one.child("output"))
                .map(output -> output.value("typeRef"))
                .filter(type -> !type.isEmpty() && !type.equals("string"))
                .ifPresent(type ->
                        read.breaches().add(Rule.DECISION_WITHOUT_DURATION, task.element(), decision.label(), type));
    }

    private boolean isUsedAsTime(String variable) {
        return read.drawn()
                .element()
                .all()
                .filter(one -> one.name().equals("timeDuration"))
                .anyMatch(one -> ModelExpression.variable(one.content())
                        .filter(variable::equals)
                        .isPresent());
    }

    private static boolean matchesAlways(XmlElement rule) {
        return rule.children("inputEntry")
                .map(entry -> entry.child("text").map(XmlElement::content).orElse(""))
                .allMatch(text -> text.isEmpty() || text.equals("-"));
    }

    /** A text in quotation marks; what is computed is found out when it runs. */
    private static boolean isDuration(String text) {
        if (!text.matches("(?s)(duration\\s*\\(\\s*)?\"[^\"]*\"\\s*\\)?")) {
            return !text.isEmpty() && !text.matches("\\d+");
        }
        return ModelTimer.duration(text.replaceAll("(?s)^[^\"]*\"|\"[^\"]*$", ""))
                .isPresent();
    }
}
