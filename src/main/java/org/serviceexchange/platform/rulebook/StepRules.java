package org.serviceexchange.platform.rulebook;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.platform.rulebook.model.CatalogueEntry;
import org.serviceexchange.platform.rulebook.model.ModelNode;
import org.serviceexchange.platform.rulebook.model.ModelProcess;
import org.serviceexchange.platform.rulebook.model.Nearest;
import org.serviceexchange.platform.rulebook.model.Reach;

/** Steps call what exists, none that a process needs is missing, and none comes before what it needs. */
final class StepRules {

    /**
     * Steps that wait for an approval. The contact of a consumer authenticates for the key exchange, for which there are minutes
     * afterwards, so what is approved of it is approved before.
     */
    private static final Map<String, Set<String>> HELD = Map.of(
            "link", Set.of("createRegistrationTaskDelegate"),
            "claim", Set.of("claimRegistrationDelegate"),
            "keyExchange", Set.of("userTask_authenticateAtProvider", "keysConfirmed"),
            "activation", Set.of("activateConnectionDelegate"));

    private final ModelProcess process;
    private final CatalogueEntry catalogue;
    private final Breaches breaches;

    private StepRules(ReadFolder.Model read) {
        this.process = read.drawn();
        this.catalogue = read.catalogue();
        this.breaches = read.breaches();
    }

    static void check(ReadFolder.Model read) {
        StepRules rules = new StepRules(read);
        rules.process.nodes("serviceTask").forEach(rules::serviceTask);
        rules.process.nodes().forEach(rules::listeners);
        rules.missing();
        rules.process.nodes().forEach(rules::order);
        rules.process.nodes("userTask").forEach(rules::approval);
        rules.ends();
    }

    /** The name that the engine looks for; empty if the element calls none. */
    static String delegate(ModelNode node) {
        return named(node.element().camunda("delegateExpression"));
    }

    private static String named(String expression) {
        return expression.replaceAll("[#${}\\s]", "");
    }

    private void serviceTask(ModelNode task) {
        String delegate = delegate(task);
        CatalogueEntry.Step step = catalogue.steps().get(delegate);
        if (delegate.isEmpty()) {
            breaches.add(Rule.STEP_WITHOUT_DELEGATE, task.element());
        } else if (step == null) {
            breaches.add(
                    Rule.DELEGATE_UNKNOWN,
                    task.element(),
                    delegate,
                    Nearest.to(delegate, catalogue.steps().keySet()));
        } else if (step.asks() && !task.element().camunda("asyncBefore").equals("true")) {
            breaches.add(Rule.STEP_NOT_COMMITTED, task.element());
        }
        if (task.element().extensions("failedJobRetryTimeCycle").findAny().isPresent()) {
            breaches.add(Rule.RETRIES_OF_ITS_OWN, task.element());
        }
    }

    private void listeners(ModelNode node) {
        Stream.of("executionListener", "taskListener")
                .flatMap(node.element()::extensions)
                .map(listener -> named(listener.value("delegateExpression")))
                .filter(listener -> !catalogue.listeners().contains(listener))
                .forEach(listener -> breaches.add(
                        Rule.LISTENER_UNKNOWN, node.element(), listener, Nearest.to(listener, catalogue.listeners())));
    }

    private void missing() {
        Set<String> called = process.nodes().stream().map(StepRules::delegate).collect(Collectors.toSet());
        catalogue.steps().values().stream()
                .filter(step -> step.isNeeded() && !called.contains(step.delegate()))
                .forEach(step -> breaches.add(Rule.STEP_MISSING, process.element(), phrase(step.delegate())));
    }

    private void order(ModelNode node) {
        CatalogueEntry.Step step = catalogue.steps().get(delegate(node));
        for (String before : step == null ? afterOfApproval(node) : step.after()) {
            Set<ModelNode> passed = process.nodes().stream()
                    .filter(one -> delegate(one).equals(before + "Delegate")
                            || process.message(one).equals(before))
                    .collect(Collectors.toSet());
            // What is not there at all is said once, by the rule of missing steps or messages
            if (!passed.isEmpty() && Reach.without(process, passed).comesTo(node)) {
                breaches.add(Rule.STEP_TOO_EARLY, node.element(), called(passed));
            }
        }
    }

    /** What is approved of the connection is approved of the consumer that claimed the link, so that every new link asks anew. */
    private static Set<String> afterOfApproval(ModelNode node) {
        String place = BlockRules.properties(node.element()).getOrDefault("approvalBefore", "link");
        return place.equals("link") ? Set.of() : Set.of("consumerConnecting");
    }

    /** What an approval comes before is refused until it is given, so every way there passes it. */
    private void approval(ModelNode task) {
        String before = BlockRules.properties(task.element()).get("approvalBefore");
        if (before == null) {
            return;
        }
        Set<String> held = HELD.getOrDefault(before, Set.of());
        Set<ModelNode> steps = process.nodes().stream()
                .filter(node -> held.contains(delegate(node))
                        || held.contains(process.message(node))
                        || held.contains(node.element().id()))
                .collect(Collectors.toSet());
        if (steps.isEmpty()) {
            breaches.add(Rule.VALUE_NOT_ALLOWED, task.element(), "approvalBefore", before);
        }
        steps.stream()
                .filter(node -> Reach.without(process, Set.of(task)).comesTo(node))
                .forEach(node -> breaches.add(Rule.STEP_TOO_EARLY, node.element(), task.label()));
    }

    private void ends() {
        Set<ModelNode> closing = process.nodes().stream()
                .filter(node -> {
                    CatalogueEntry.Step step = catalogue.steps().get(delegate(node));
                    return step != null && step.closes();
                })
                .collect(Collectors.toSet());
        if (closing.isEmpty()) {
            return;
        }
        Reach reach = Reach.ofTheMainWay(process, closing);
        process.nodes().stream()
                .filter(node -> node.is("endEvent") && endsTheCase(node) && reach.comesTo(node))
                .forEach(node -> breaches.add(Rule.END_WITHOUT_CLOSING, node.element(), called(closing)));
    }

    /** An end of the process, or of a sub-process that interrupts it. */
    private static boolean endsTheCase(ModelNode end) {
        return end.scope()
                .map(scope -> scope.scope().isEmpty()
                        && scope.isEventSubProcess()
                        && scope.children().stream()
                                .filter(one -> one.is("startEvent"))
                                .allMatch(ModelNode::interrupts))
                .orElse(true);
    }

    private static String called(Set<ModelNode> nodes) {
        return nodes.stream().map(ModelNode::label).distinct().sorted().collect(Collectors.joining(", "));
    }

    /** Converts matchContactDelegate to "Match contact". */
    static String phrase(String delegate) {
        String words = delegate.replaceAll("Delegate$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
