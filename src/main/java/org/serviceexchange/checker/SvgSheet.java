package org.serviceexchange.checker;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.serviceexchange.checker.model.DrawnPlaces.Point;
import org.serviceexchange.checker.model.DrawnPlaces.Shape;

/** A picture in SVG that is drawn element by element. */
final class SvgSheet {

    private static final int STRONG = 3;

    private final StringBuilder drawn = new StringBuilder();

    /** The whole picture. */
    String whole(double width, double height) {
        return format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\""
                                + " font-family=\"sans-serif\" font-size=\"11\">\n",
                        width, height)
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + drawn + "</svg>\n";
    }

    /** Moves what is drawn until {@link #back}. */
    void move(double x, double y) {
        add("<g transform=\"translate(%.1f %.1f)\">\n", x, y);
    }

    void back() {
        drawn.append("</g>\n");
    }

    void diamond(Shape shape, String stroke) {
        double x = shape.x() + shape.width() / 2;
        double y = shape.y() + shape.height() / 2;
        add(
                "<path d=\"M%.1f %.1f L%.1f %.1f L%.1f %.1f L%.1f %.1f Z\" %s/>\n",
                x, shape.y(), shape.x() + shape.width(), y, x, shape.y() + shape.height(), shape.x(), y, stroke);
    }

    void circle(Shape shape, String stroke) {
        add(
                "<ellipse cx=\"%.1f\" cy=\"%.1f\" rx=\"%.1f\" ry=\"%.1f\" %s/>\n",
                shape.x() + shape.width() / 2,
                shape.y() + shape.height() / 2,
                shape.width() / 2,
                shape.height() / 2,
                stroke);
    }

    void rectangle(Shape shape, String stroke) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\" %s/>\n",
                shape.x(), shape.y(), shape.width(), shape.height(), stroke);
    }

    void line(List<Point> points, String stroke) {
        String corners = points.stream()
                .map(point -> format("%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
        add("<polyline points=\"%s\" %s/>\n", corners, stroke);
    }

    void text(double x, double y, String colour, String words) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"%s\">%s</text>\n",
                x, y, colour, words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** How a line is drawn. */
    static String stroke(String fill, String colour, boolean strong) {
        return format("fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"", fill, colour, strong ? STRONG : 1);
    }

    private void add(String pattern, Object... values) {
        drawn.append(String.format(Locale.ROOT, pattern, values));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
