package org.serviceexchange.platform.rulebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.serviceexchange.platform.rulebook.model.ModelNode;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** Everything is drawn, in its scope and not over something else. */
final class DrawingRules {

    private final ReadFolder.Model read;
    private final Map<ModelNode, Bounds> drawn = new LinkedHashMap<>();

    private DrawingRules(ReadFolder.Model read) {
        this.read = read;
        Map<String, XmlElement> shapes = read.drawn()
                .root()
                .all()
                .filter(one -> one.name().equals("BPMNShape"))
                .collect(Collectors.toMap(one -> one.value("bpmnElement"), one -> one, (one, same) -> one));
        for (ModelNode node : read.drawn().nodes()) {
            Optional.ofNullable(shapes.get(node.element().id()))
                    .flatMap(shape -> shape.child("Bounds"))
                    .flatMap(Bounds::of)
                    .ifPresent(bounds -> drawn.put(node, bounds));
        }
    }

    /** Where a shape stands. */
    private record Bounds(double x, double y, double width, double height) {

        static Optional<Bounds> of(XmlElement bounds) {
            try {
                return Optional.of(new Bounds(
                        Double.parseDouble(bounds.value("x")),
                        Double.parseDouble(bounds.value("y")),
                        Double.parseDouble(bounds.value("width")),
                        Double.parseDouble(bounds.value("height"))));
            } catch (NumberFormatException nowhere) {
                return Optional.empty();
            }
        }

        boolean touches(Bounds other) {
            return x + width >= other.x
                    && other.x + other.width >= x
                    && y + height >= other.y
                    && other.y + other.height >= y;
        }

        boolean isIn(Bounds outer) {
            return x >= outer.x
                    && y >= outer.y
                    && x + width <= outer.x + outer.width
                    && y + height <= outer.y + outer.height;
        }
    }

    static void check(ReadFolder.Model read) {
        DrawingRules rules = new DrawingRules(read);
        Set<String> edges = read.drawn()
                .root()
                .all()
                .filter(one -> one.name().equals("BPMNEdge")
                        && one.children("waypoint").count() > 1)
                .map(one -> one.value("bpmnElement"))
                .collect(Collectors.toSet());
        read.drawn().nodes().stream()
                .filter(node -> !rules.drawn.containsKey(node))
                .forEach(node -> read.breaches().named(Rule.NOT_DRAWN, node.element(), node.label()));
        read.drawn().flows().stream()
                .filter(flow -> !edges.contains(flow.element().id()))
                .forEach(flow -> read.breaches().named(Rule.NOT_DRAWN, flow.element(), flow.label()));
        rules.drawn.forEach(rules::place);
    }

    private void place(ModelNode node, Bounds bounds) {
        boolean outside = !node.is("boundaryEvent")
                && node.scope()
                        .map(drawn::get)
                        .filter(scope -> !bounds.isIn(scope))
                        .isPresent();
        boolean over = drawn.entrySet().stream()
                .filter(other -> !other.getKey().equals(node))
                .filter(other -> other.getKey().scope().equals(node.scope()))
                .filter(other -> !isOn(node, other.getKey()) && !isOn(other.getKey(), node))
                .anyMatch(other -> bounds.touches(other.getValue()));
        if (outside || over) {
            read.breaches().named(Rule.DRAWN_OVER_OTHERS, node.element(), node.label());
        }
    }

    private static boolean isOn(ModelNode event, ModelNode host) {
        return event.host().filter(host::equals).isPresent();
    }
}
