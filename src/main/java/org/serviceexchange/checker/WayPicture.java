package org.serviceexchange.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnPlaces.Shape;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Both diagrams in one picture (SVG), with a way coloured on them: blue where it came by, red at its last step. */
public final class WayPicture {

    static final String LAST = "#c5221f";
    private static final String PASSED = "#1558d6";
    private static final String PLAIN = "#9aa0a6";
    private static final String INK = "#3c4043";
    private static final int GAP = 60;
    private static final int LINE = 12;
    private static final int LETTERS = 17;
    private static final int NARROW = 60;

    private final SvgSheet sheet = new SvgSheet();
    private double width;
    private double height;

    private WayPicture() {}

    /** The picture as SVG. */
    public static String of(
            List<CheckedStep> way, DrawnProcess registration, DrawnProcess connection, Locale language) {
        WayPicture picture = new WayPicture();
        picture.process(title(ConnectionSide.PROVIDER, language), registration, way, CheckedStep::provider);
        picture.process(title(ConnectionSide.CONSUMER, language), connection, way, CheckedStep::consumer);
        return picture.sheet.whole(picture.width + GAP, picture.height + GAP);
    }

    private static String title(ConnectionSide side, Locale language) {
        return LocalizedMessage.of("checker.side." + side).in(language);
    }

    private void process(
            String title, DrawnProcess process, List<CheckedStep> way, Function<CheckedStep, List<String>> places) {
        Map<String, Shape> shapes = process.places().shapes();
        double left = -highest(shapes, shape -> -shape.x());
        double top = -highest(shapes, shape -> -shape.y());
        Set<String> passed =
                way.stream().flatMap(step -> places.apply(step).stream()).collect(Collectors.toSet());
        List<String> last = way.isEmpty() ? List.of() : places.apply(way.get(way.size() - 1));
        Function<String, String> colour =
                place -> last.contains(place) ? LAST : passed.contains(place) ? PASSED : PLAIN;
        sheet.text(GAP, height + GAP / 2.0, INK, title);
        sheet.move(GAP / 2.0 - left, height + GAP - top);
        process.elements().values().forEach(element -> {
            Shape shape = shapes.get(element.id());
            if (shape != null) {
                element(element, shape, colour.apply(element.id()));
            }
        });
        process.flows()
                .forEach(flow -> sheet.line(
                        process.places().lines().getOrDefault(flow.id(), List.of()),
                        stroke("none", colour.apply(flow.id()))));
        sheet.back();
        width = Math.max(width, highest(shapes, shape -> shape.x() + shape.width()) - left);
        height += GAP + highest(shapes, shape -> shape.y() + shape.height()) - top;
    }

    private static double highest(Map<String, Shape> shapes, ToDoubleFunction<Shape> measure) {
        return shapes.values().stream().mapToDouble(measure).max().orElse(0);
    }

    private static String stroke(String fill, String colour) {
        return SvgSheet.stroke(fill, colour, !colour.equals(PLAIN));
    }

    private void element(DrawnElement element, Shape shape, String colour) {
        switch (element.kind()) {
            case EXCLUSIVE, PARALLEL -> sheet.diamond(shape, stroke("white", colour));
            case START, END, BOUNDARY, TIMER, PASS -> sheet.circle(shape, stroke("white", colour));
            case SERVICE, PERSON, MESSAGE -> sheet.rectangle(shape, stroke("white", colour));
            case SUBPROCESS -> sheet.rectangle(shape, stroke("none", colour));
        }
        if (!element.label().equals(element.id())) {
            label(element, shape, colour.equals(PLAIN) ? INK : colour);
        }
    }

    /** In the middle of a task, at the top of a sub-process, below everything else. */
    private void label(DrawnElement element, Shape shape, String colour) {
        double x = shape.x() + shape.width() / 2;
        if (element.kind() == DrawnKind.SUBPROCESS) {
            sheet.text(x, shape.y() + LINE, colour, element.label());
            return;
        }
        List<String> lines = lines(element.label());
        double middle = shape.y() + shape.height() / 2 - LINE / 2.0 * (lines.size() - 1) + LINE / 3.0;
        double first = shape.width() > NARROW ? middle : shape.y() + shape.height() + LINE;
        for (int i = 0; i < lines.size(); i++) {
            sheet.text(x, first + LINE * i, colour, lines.get(i));
        }
    }

    private static List<String> lines(String label) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : label.split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + word.length() > LETTERS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
