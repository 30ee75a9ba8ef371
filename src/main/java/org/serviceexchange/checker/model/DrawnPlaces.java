package org.serviceexchange.checker.model;

import java.util.List;
import java.util.Map;

/**
 * Where the elements and flows of a diagram are drawn.
 *
 * @param shapes by the id of the element
 * @param lines by the id of the flow
 */
public record DrawnPlaces(Map<String, Shape> shapes, Map<String, List<Point>> lines) {

    /** A rectangle. */
    public record Shape(double x, double y, double width, double height) {}

    /** A point of a line. */
    public record Point(double x, double y) {}
}
