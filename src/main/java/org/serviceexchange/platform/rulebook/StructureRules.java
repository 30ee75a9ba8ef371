package org.serviceexchange.platform.rulebook;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.serviceexchange.platform.rulebook.model.ModelFlow;
import org.serviceexchange.platform.rulebook.model.ModelNode;
import org.serviceexchange.platform.rulebook.model.ModelProcess;
import org.serviceexchange.platform.rulebook.model.Reach;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** Every step is reached and leads on, and every scope begins and ends. */
final class StructureRules {

    private final ModelProcess process;
    private final Breaches breaches;

    private StructureRules(ModelProcess process, Breaches breaches) {
        this.process = process;
        this.breaches = breaches;
    }

    static void check(ReadFolder.Model read) {
        StructureRules rules = new StructureRules(read.drawn(), read.breaches());
        rules.scope(Optional.empty(), rules.process.element());
        rules.process.nodes("subProcess").forEach(one -> rules.scope(Optional.of(one), one.element()));
        rules.process.nodes().forEach(rules::node);
        rules.neverReached();
        rules.loops();
    }

    private void scope(Optional<ModelNode> scope, XmlElement element) {
        List<ModelNode> nodes = process.in(scope);
        List<ModelNode> starts =
                nodes.stream().filter(node -> node.is("startEvent")).toList();
        if (starts.isEmpty()) {
            breaches.add(Rule.START_MISSING, element);
        }
        if (nodes.stream().noneMatch(node -> node.is("endEvent"))) {
            breaches.add(Rule.END_MISSING, element);
        }
        boolean byEvent = scope.filter(ModelNode::isEventSubProcess).isPresent();
        List<ModelNode> blank = starts.stream()
                .filter(start -> start.definitions().findAny().isEmpty())
                .toList();
        if (blank.size() > 1) {
            breaches.add(Rule.START_SEVERAL, element);
        }
        if (byEvent) {
            blank.forEach(start -> breaches.add(Rule.START_WITHOUT_EVENT, start.element(), element.label()));
        } else if (scope.isPresent()) {
            starts.stream()
                    .filter(start -> !blank.contains(start))
                    .forEach(start -> breaches.add(Rule.START_WITH_EVENT, start.element(), element.label()));
        }
    }

    private void node(ModelNode node) {
        boolean end = node.is("endEvent") || node.isEventSubProcess();
        if (node.outgoing().isEmpty() && !end) {
            breaches.named(Rule.LEADS_NOWHERE, node.element(), node.label());
        }
        if (node.definitions().count() > 1) {
            breaches.add(Rule.EVENT_SEVERAL, node.element());
        }
        if (!node.isGateway() && unconditional(node) > 1) {
            breaches.add(Rule.SPLIT_WITHOUT_GATEWAY, node.element());
        }
        if (node.is("boundaryEvent") && node.host().isEmpty()) {
            breaches.add(Rule.EVENT_WITHOUT_HOST, node.element());
        }
        Set<ModelNode> targets = new HashSet<>();
        node.outgoing().stream()
                .filter(flow -> !targets.add(flow.target()))
                .forEach(flow -> breaches.named(Rule.FLOW_TWICE, flow.element(), flow.label()));
    }

    private static long unconditional(ModelNode node) {
        return node.outgoing().stream()
                .filter(flow -> flow.condition().isEmpty() && !flow.isDefault())
                .count();
    }

    /** Names where an unreached part begins, not everything behind it. */
    private void neverReached() {
        Reach reach = Reach.of(process);
        Set<ModelNode> missed = new HashSet<>(process.nodes());
        missed.removeIf(reach::comesTo);
        process.nodes().stream()
                .filter(missed::contains)
                .filter(node -> node.scope().filter(missed::contains).isEmpty())
                .filter(node -> node.host().filter(missed::contains).isEmpty())
                .filter(node -> node.incoming().isEmpty() || isTheFirstOfALoop(node, missed))
                .forEach(node -> breaches.named(Rule.NEVER_REACHED, node.element(), node.label()));
    }

    private boolean isTheFirstOfALoop(ModelNode node, Set<ModelNode> missed) {
        Set<ModelNode> before = closure(List.of(node), true);
        return before.stream()
                        .noneMatch(one -> one.incoming().isEmpty() && one.host().isEmpty())
                && process.nodes().stream()
                        .filter(before::contains)
                        .filter(missed::contains)
                        .findFirst()
                        .filter(node::equals)
                        .isPresent();
    }

    /** A loop in which a case never waits would keep the machine busy for ever. */
    private void loops() {
        process.nodes().stream()
                .filter(node -> !node.waits())
                .filter(node -> closure(next(node).toList(), false).contains(node))
                .findFirst()
                .ifPresent(node -> breaches.named(Rule.LOOP_WITHOUT_WAIT, node.element(), node.label()));
    }

    private static Set<ModelNode> closure(Collection<ModelNode> from, boolean backwards) {
        Set<ModelNode> found = new HashSet<>();
        List<ModelNode> added = List.copyOf(from);
        while (!added.isEmpty()) {
            List<ModelNode> fresh = added.stream()
                    .filter(node -> backwards || !node.waits())
                    .filter(found::add)
                    .toList();
            added = fresh.stream()
                    .flatMap(node -> backwards ? before(node) : next(node))
                    .toList();
        }
        return found;
    }

    private static Stream<ModelNode> before(ModelNode node) {
        return Stream.concat(node.incoming().stream().map(ModelFlow::source), node.host().stream());
    }

    private static Stream<ModelNode> next(ModelNode node) {
        return Stream.concat(node.outgoing().stream().map(ModelFlow::target), node.boundaries().stream());
    }
}
