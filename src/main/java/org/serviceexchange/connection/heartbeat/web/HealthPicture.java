package org.serviceexchange.connection.heartbeat.web;

import java.util.List;
import java.util.stream.IntStream;
import org.serviceexchange.connection.heartbeat.HealthHistory.Slot;

/**
 * A picture of how heartbeats went: one bar for each hour or day, the higher the better, so that nothing depends on colour.
 *
 * @param unit {@code hours} or {@code days}: part of the keys of its texts
 * @param width of the drawing
 * @param answered in how many hours or days every heartbeat was answered
 * @param partly in how many some were not
 * @param unanswered in how many none was
 */
public record HealthPicture(String unit, int width, List<Bar> bars, long answered, long partly, long unanswered) {

    private static final int BAR = 10;
    private static final int GROUND = 32;

    public HealthPicture {
        bars = List.copyOf(bars);
    }

    /** A bar of the picture; the others have its width. */
    public record Bar(int x, int y, int height, String styleClass) {}

    /** How an hour or a day went. */
    private enum Kind {
        ANSWERED(30, "beat-ok"),
        PARTLY(18, "beat-warn"),
        UNANSWERED(9, "beat-bad"),
        NONE(1, "beat-none");

        private final int height;
        private final String styleClass;

        Kind(int height, String styleClass) {
            this.height = height;
            this.styleClass = styleClass;
        }

        private static Kind of(Slot slot) {
            if (slot.failed() == 0) {
                return slot.proved() == 0 ? NONE : ANSWERED;
            }
            return slot.proved() == 0 ? UNANSWERED : PARTLY;
        }
    }

    static HealthPicture of(String unit, List<Slot> slots) {
        List<Kind> kinds = slots.stream().map(Kind::of).toList();
        List<Bar> bars = IntStream.range(0, kinds.size())
                .mapToObj(i ->
                        new Bar(i * BAR, GROUND - kinds.get(i).height, kinds.get(i).height, kinds.get(i).styleClass))
                .toList();
        return new HealthPicture(
                unit,
                slots.size() * BAR,
                bars,
                count(kinds, Kind.ANSWERED),
                count(kinds, Kind.PARTLY),
                count(kinds, Kind.UNANSWERED));
    }

    private static long count(List<Kind> kinds, Kind counted) {
        return kinds.stream().filter(counted::equals).count();
    }
}
