package org.serviceexchange.platform.rulebook;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.platform.rulebook.model.CatalogueEntry;
import org.serviceexchange.platform.rulebook.model.ModelNode;
import org.serviceexchange.platform.rulebook.model.ModelProcess;
import org.serviceexchange.platform.rulebook.model.Nearest;

/** Messages and errors that are waited for are sent by somebody, and those that are sent are waited for. */
final class MessageRules {

    private final ModelProcess process;
    private final CatalogueEntry catalogue;
    private final Breaches breaches;

    private MessageRules(ReadFolder.Model read) {
        this.process = read.drawn();
        this.catalogue = read.catalogue();
        this.breaches = read.breaches();
    }

    static void check(ReadFolder.Model read) {
        MessageRules rules = new MessageRules(read);
        Set<String> awaited = new TreeSet<>();
        rules.process.nodes().forEach(node -> rules.message(node, awaited));
        rules.catalogue.messages().stream()
                .filter(message -> !awaited.contains(message))
                .forEach(message -> rules.breaches.add(Rule.MESSAGE_NOT_AWAITED, rules.process.element(), message));
        rules.process.nodes().forEach(rules::caught);
        rules.process.nodes("serviceTask").forEach(rules::thrown);
    }

    private void message(ModelNode node, Set<String> awaited) {
        if (!node.is("receiveTask") && node.definition("message").isEmpty()) {
            return;
        }
        String message = process.message(node);
        awaited.add(message);
        if (message.isEmpty()) {
            breaches.add(Rule.MESSAGE_MISSING, node.element());
        } else if (!catalogue.messages().contains(message)) {
            breaches.add(Rule.MESSAGE_UNKNOWN, node.element(), message, Nearest.to(message, catalogue.messages()));
        }
    }

    private void caught(ModelNode event) {
        if (event.definition("error").isEmpty() || event.is("endEvent")) {
            return;
        }
        Set<String> thrown = event.host().stream()
                .flatMap(this::within)
                .flatMap(node -> errors(node).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        String code = process.error(event);
        if (!thrown.contains(code)) {
            breaches.add(Rule.ERROR_UNKNOWN, event.element(), code.isEmpty() ? "–" : code, Nearest.to(code, thrown));
        }
    }

    private void thrown(ModelNode task) {
        for (String code : errors(task)) {
            boolean caught = Stream.iterate(
                            task, Objects::nonNull, node -> node.scope().orElse(null))
                    .flatMap(node -> node.boundaries().stream())
                    .anyMatch(event -> event.definition("error").isPresent()
                            && process.error(event).equals(code));
            if (!caught) {
                breaches.add(Rule.ERROR_NOT_CAUGHT, task.element(), code);
            }
        }
    }

    private Collection<String> errors(ModelNode node) {
        CatalogueEntry.Step step = catalogue.steps().get(StepRules.delegate(node));
        boolean end = node.is("endEvent") && node.definition("error").isPresent();
        return step != null ? step.errors() : end ? Set.of(process.error(node)) : Set.of();
    }

    private Stream<ModelNode> within(ModelNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(this::within));
    }
}
