package org.serviceexchange.platform.rulebook.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event, a gateway, a task or a sub-process, with what leads to it and on from it. */
public final class ModelNode {

    private static final Set<String> WAITING =
            Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity");

    private final XmlElement element;
    private final @Nullable ModelNode scope;
    private final List<ModelFlow> incoming = new ArrayList<>();
    private final List<ModelFlow> outgoing = new ArrayList<>();
    private final List<ModelNode> boundaries = new ArrayList<>();
    private final List<ModelNode> children = new ArrayList<>();
    private @Nullable ModelNode host;

    ModelNode(XmlElement element, @Nullable ModelNode scope) {
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
    public Optional<ModelNode> scope() {
        return Optional.ofNullable(scope);
    }

    public List<ModelFlow> incoming() {
        return incoming;
    }

    public List<ModelFlow> outgoing() {
        return outgoing;
    }

    /** The events at its border. */
    public List<ModelNode> boundaries() {
        return boundaries;
    }

    /** What stands in it, if it is a sub-process. */
    public List<ModelNode> children() {
        return children;
    }

    /** What it stands at the border of. */
    public Optional<ModelNode> host() {
        return Optional.ofNullable(host);
    }

    void attachTo(ModelNode to) {
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
        return WAITING.contains(element.name()) || children.stream().anyMatch(ModelNode::waits);
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
            ModelNode next = outgoing.get(0).target();
            return "→ " + (next.isGateway() ? next.element().label() : next.label());
        }
        return element.label();
    }
}
