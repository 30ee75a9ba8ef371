package org.serviceexchange.platform.rulebook.model;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a case can come to, whatever its conditions say; some elements can be closed to find out what lies behind them only. */
public final class Reach {

    private final ModelProcess process;
    private final Set<ModelNode> closed;
    private final boolean sideWays;
    private final Set<ModelNode> reached = new HashSet<>();
    private final Set<ModelFlow> taken = new HashSet<>();

    /** Scopes that can be left by an end in them. */
    private final Set<Optional<ModelNode>> left = new HashSet<>();

    private Reach(ModelProcess process, Set<ModelNode> closed, boolean sideWays) {
        this.process = process;
        this.closed = closed;
        this.sideWays = sideWays;
        enter(Optional.empty());
        int before;
        do {
            before = found();
            Set.copyOf(reached).forEach(this::goOn);
        } while (found() > before);
    }

    public static Reach of(ModelProcess process) {
        return new Reach(process, Set.of(), true);
    }

    /** Cases that come to a closed element never get beyond it, unless an event at its border ends it. */
    public static Reach without(ModelProcess process, Set<ModelNode> closed) {
        return new Reach(process, closed, true);
    }

    /** Without the ways beside the main one, which begin at events that interrupt nothing and do not end what goes on. */
    public static Reach ofTheMainWay(ModelProcess process, Set<ModelNode> closed) {
        return new Reach(process, closed, false);
    }

    private int found() {
        return reached.size() + taken.size() + left.size();
    }

    public boolean comesTo(ModelNode node) {
        return reached.contains(node);
    }

    private void enter(Optional<ModelNode> scope) {
        process.in(scope).stream()
                .filter(node -> node.is("startEvent") || node.isEventSubProcess())
                .forEach(reached::add);
    }

    private void goOn(ModelNode node) {
        node.boundaries().stream()
                .filter(event -> sideWays || event.interrupts())
                .forEach(reached::add);
        if (closed.contains(node)) {
            return;
        }
        if (node.is("subProcess")) {
            enter(Optional.of(node));
        }
        if (node.isEnd() || (node.outgoing().isEmpty() && !node.is("endEvent") && !node.isEventSubProcess())) {
            leave(node.scope());
        }
        if (!node.is("subProcess") || left.contains(Optional.of(node))) {
            node.outgoing().forEach(this::take);
        }
    }

    /** A parallel gateway waits for all that lead to it. */
    private void take(ModelFlow flow) {
        taken.add(flow);
        ModelNode target = flow.target();
        if (!target.is("parallelGateway") || taken.containsAll(target.incoming())) {
            reached.add(target);
        }
    }

    /** An event that interrupts ends the scope around its sub-process too. */
    private void leave(Optional<ModelNode> scope) {
        left.add(scope);
        scope.filter(ModelNode::isEventSubProcess)
                .filter(subProcess -> subProcess.children().stream()
                        .filter(child -> child.is("startEvent"))
                        .allMatch(ModelNode::interrupts))
                .ifPresent(subProcess -> leave(subProcess.scope()));
    }
}
