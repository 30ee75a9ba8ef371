package org.serviceexchange.platform.rulebook.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event, a gateway, a task or a sub-process, with what leads to it and on from it. */
public final class DrawnNode {

    private static final Set<String> WAITING =
            Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity");

    private final XmlElement element;
    private final @Nullable DrawnNode scope;
    private final List<DrawnFlow> incoming = new ArrayList<>();
    private final List<DrawnFlow> outgoing = new ArrayList<>();
    private final List<DrawnNode> boundaries = new ArrayList<>();
    private final List<DrawnNode> children = new ArrayList<>();
    private @Nullable DrawnNode host;

    DrawnNode(XmlElement element, @Nullable DrawnNode scope) {
        this.element = element;
        this.scope = scope;
    }

    public XmlElement element() {
        return element;
    }

    public String kind() {
        return element.name();
    }

    public boolean is(String kind) {
        return element.name().equals(kind);
    }

    /** The sub-process that it stands in. */
    public Optional<DrawnNode> scope() {
        return Optional.ofNullable(scope);
    }

    public List<DrawnFlow> incoming() {
        return incoming;
    }

    public List<DrawnFlow> outgoing() {
        return outgoing;
    }

    /** The events at its border. */
    public List<DrawnNode> boundaries() {
        return boundaries;
    }

    /** What stands in it, if it is a sub-process. */
    public List<DrawnNode> children() {
        return children;
    }

    /** What it stands at the border of. */
    public Optional<DrawnNode> host() {
        return Optional.ofNullable(host);
    }

    void attachTo(DrawnNode to) {
        host = to;
        to.boundaries.add(this);
    }

    public boolean isGateway() {
        return element.name().endsWith("Gateway");
    }

    public boolean isEvent() {
        return element.name().endsWith("Event");
    }

    public boolean isEventSubProcess() {
        return is("subProcess") && element.value("triggeredByEvent").equals("true");
    }

    /** Whether a case stands here until something happens; other steps go on by themselves. */
    public boolean waits() {
        return WAITING.contains(element.name()) || children.stream().anyMatch(DrawnNode::waits);
    }

    /** Whether it ends what it belongs to when it happens. */
    public boolean interrupts() {
        return !element.value("cancelActivity").equals("false")
                && !element.value("isInterrupting").equals("false");
    }

    public Stream<XmlElement> definitions() {
        return element.children().stream().filter(child -> child.name().endsWith("EventDefinition"));
    }

    public Optional<XmlElement> definition(String kind) {
        return element.child(kind + "EventDefinition");
    }

    /** Whether it ends its scope without an error. */
    public boolean isEnd() {
        return is("endEvent") && definition("error").isEmpty();
    }

    /** Its label; a merge is called after what it leads to. */
    public String label() {
        if (element.value("name").isBlank() && isGateway() && outgoing.size() == 1) {
            DrawnNode next = outgoing.get(0).target();
            return "→ " + (next.isGateway() ? next.element().label() : next.label());
        }
        return element.label();
    }
}
