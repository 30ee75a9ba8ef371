package org.serviceexchange.checker.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.serviceexchange.checker.model.DrawnPlaces.Point;
import org.serviceexchange.checker.model.DrawnPlaces.Shape;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads where the elements of a file are drawn. */
final class DrawnPlacesReader {

    private static final String DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String LINES = "http://www.omg.org/spec/DD/20100524/DI";

    private DrawnPlacesReader() {}

    static DrawnPlaces read(Document file) {
        Map<String, Shape> shapes = new HashMap<>();
        Map<String, List<Point>> lines = new HashMap<>();
        elements(file.getElementsByTagNameNS(DIAGRAM, "BPMNShape"))
                .forEach(shape -> elements(shape.getElementsByTagNameNS(BOUNDS, "Bounds"))
                        .findFirst()
                        .ifPresent(bounds -> shapes.put(
                                shape.getAttribute("bpmnElement"),
                                new Shape(
                                        number(bounds, "x"),
                                        number(bounds, "y"),
                                        number(bounds, "width"),
                                        number(bounds, "height")))));
        elements(file.getElementsByTagNameNS(DIAGRAM, "BPMNEdge"))
                .forEach(edge -> lines.put(
                        edge.getAttribute("bpmnElement"),
                        elements(edge.getElementsByTagNameNS(LINES, "waypoint"))
                                .map(point -> new Point(number(point, "x"), number(point, "y")))
                                .toList()));
        return new DrawnPlaces(shapes, lines);
    }

    private static Stream<Element> elements(NodeList all) {
        return IntStream.range(0, all.getLength()).mapToObj(index -> (Element) all.item(index));
    }

    private static double number(Element element, String attribute) {
        String text = element.getAttribute(attribute);
        return text.matches("-?[0-9]+(\\.[0-9]+)?") ? Double.parseDouble(text) : 0;
    }
}
