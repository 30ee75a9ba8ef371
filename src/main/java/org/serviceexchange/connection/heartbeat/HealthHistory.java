package org.serviceexchange.connection.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How the own heartbeats went, per hour for a day and per day for a month; kept as one short text in the row.
 *
 * @param hours of the last day in which there was a heartbeat, oldest first
 * @param days of the last 31 days in which there was a heartbeat, oldest first
 */
public record HealthHistory(List<Slot> hours, List<Slot> days) {

    /** Nothing was sent yet. */
    public static final HealthHistory EMPTY = new HealthHistory(List.of(), List.of());

    static final int HOURS = 24;
    static final int DAYS = 31;

    private static final int RADIX = 36;
    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final long DAY = Duration.ofDays(1).toSeconds();

    public HealthHistory {
        hours = List.copyOf(hours);
        days = List.copyOf(days);
    }

    /**
     * What happened in an hour or a day.
     *
     * @param number hours or days since 1970
     * @param proved heartbeats that were answered
     * @param failed heartbeats that were not
     * @param slowest longest round trip in milliseconds
     */
    public record Slot(long number, int proved, int failed, long slowest) {

        private Slot with(boolean answered, long took) {
            return new Slot(number, proved + (answered ? 1 : 0), failed + (answered ? 0 : 1), Math.max(slowest, took));
        }

        private String text() {
            return Stream.of(number, (long) proved, (long) failed, slowest)
                    .map(value -> Long.toString(value, RADIX))
                    .collect(Collectors.joining("."));
        }

        private static Slot of(String text) {
            long[] values = Stream.of(text.split("\\.", -1))
                    .mapToLong(value -> Long.parseLong(value, RADIX))
                    .toArray();
            return new Slot(values[0], (int) values[1], (int) values[2], values[3]);
        }
    }

    /** With one more heartbeat. */
    HealthHistory with(Instant at, boolean answered, long took) {
        return new HealthHistory(
                with(hours, at.getEpochSecond() / HOUR, HOURS, answered, took),
                with(days, at.getEpochSecond() / DAY, DAYS, answered, took));
    }

    private static List<Slot> with(List<Slot> slots, long number, int kept, boolean answered, long took) {
        List<Slot> next = new ArrayList<>(slots);
        next.removeIf(slot -> slot.number() <= number - kept || slot.number() > number);
        Slot last = next.isEmpty() ? new Slot(number, 0, 0, 0) : next.get(next.size() - 1);
        if (last.number() == number) {
            next.remove(last);
        } else {
            last = new Slot(number, 0, 0, 0);
        }
        next.add(last.with(answered, took));
        return next;
    }

    /** Each of the last 24 hours, oldest first; an empty slot for an hour without heartbeats. */
    List<Slot> lastHours(Instant now) {
        return last(hours, now.getEpochSecond() / HOUR, HOURS);
    }

    /** Each of the last 31 days, oldest first. */
    List<Slot> lastDays(Instant now) {
        return last(days, now.getEpochSecond() / DAY, DAYS);
    }

    private static List<Slot> last(List<Slot> slots, long now, int count) {
        return LongStream.rangeClosed(now - count + 1, now)
                .mapToObj(number -> slots.stream()
                        .filter(slot -> slot.number() == number)
                        .findFirst()
                        .orElse(new Slot(number, 0, 0, 0)))
                .toList();
    }

    /** For the row. */
    public String text() {
        return joined(hours) + ";" + joined(days);
    }

    /** As {@link #text} wrote it. */
    public static HealthHistory of(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        String[] parts = text.split(";", -1);
        return new HealthHistory(slots(parts[0]), slots(parts[1]));
    }

    private static String joined(List<Slot> slots) {
        return slots.stream().map(Slot::text).collect(Collectors.joining(","));
    }

    private static List<Slot> slots(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",")).map(Slot::of).toList();
    }
}
