package org.serviceexchange.platform.rulebook.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process as it is drawn: its elements, and the flows between them. */
public final class ModelProcess {

    private static final Set<String> NODES = Set.of("task", "subProcess", "callActivity");

    private final XmlElement root;
    private final XmlElement element;
    private final Map<String, ModelNode> nodes = new LinkedHashMap<>();
    private final List<ModelFlow> flows = new ArrayList<>();

    private ModelProcess(XmlElement root, XmlElement element) {
        this.root = root;
        this.element = element;
        readNodes(element, null);
        nodes.values()
                .forEach(node -> Optional.ofNullable(nodes.get(node.element().value("attachedToRef")))
                        .ifPresent(node::attachTo));
        element.all().filter(one -> one.name().equals("sequenceFlow")).forEach(this::readFlow);
    }

    /** The processes of a file. */
    public static List<ModelProcess> of(XmlElement root) {
        return root.children("process")
                .map(process -> new ModelProcess(root, process))
                .toList();
    }

    public XmlElement root() {
        return root;
    }

    public XmlElement element() {
        return element;
    }

    public String key() {
        return element.id();
    }

    /** Whether the engine runs it; others are pictures for people. */
    public boolean isExecutable() {
        return element.value("isExecutable").equals("true");
    }

    public List<ModelNode> nodes() {
        return List.copyOf(nodes.values());
    }

    public Stream<ModelNode> nodes(String kind) {
        return nodes.values().stream().filter(node -> node.is(kind));
    }

    public List<ModelFlow> flows() {
        return flows;
    }

    /** What stands in a sub-process, or in the process itself. */
    public List<ModelNode> in(Optional<ModelNode> scope) {
        return nodes.values().stream()
                .filter(node -> node.scope().equals(scope))
                .toList();
    }

    /** The name of the message that an element waits for; empty if it waits for none. */
    public String message(ModelNode node) {
        XmlElement waiting = node.is("receiveTask")
                ? node.element()
                : node.definition("message").orElse(node.element());
        return named(waiting.value("messageRef")).map(one -> one.value("name")).orElse("");
    }

    /** The code of the error that an element catches or throws; empty if it says none. */
    public String error(ModelNode node) {
        return node.definition("error")
                .flatMap(definition -> named(definition.value("errorRef")))
                .map(error -> error.value("errorCode"))
                .orElse("");
    }

    private Optional<XmlElement> named(String id) {
        return root.children().stream()
                .filter(one -> !id.isEmpty() && one.id().equals(id))
                .findFirst();
    }

    private void readNodes(XmlElement parent, @Nullable ModelNode scope) {
        for (XmlElement child : parent.children()) {
            String kind = child.name();
            if (NODES.contains(kind) || kind.matches(".*(Event|Gateway|Task)")) {
                ModelNode node = new ModelNode(child, scope);
                nodes.put(child.id(), node);
                if (scope != null) {
                    scope.children().add(node);
                }
                readNodes(child, node);
            }
        }
    }

    private void readFlow(XmlElement flow) {
        ModelNode source = nodes.get(flow.value("sourceRef"));
        ModelNode target = nodes.get(flow.value("targetRef"));
        if (source != null && target != null) {
            ModelFlow drawn = new ModelFlow(flow, source, target);
            flows.add(drawn);
            source.outgoing().add(drawn);
            target.incoming().add(drawn);
        }
    }
}
