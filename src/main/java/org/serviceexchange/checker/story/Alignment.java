package org.serviceexchange.checker.story;

import java.util.ArrayList;
import java.util.List;

/** Two lists side by side, so that as much as possible stands in both. */
final class Alignment {

    private final List<Place> removed = new ArrayList<>();
    private final List<Place> added = new ArrayList<>();

    /**
     * What stands in one list only.
     *
     * @param after what stands before it in its list; empty if it is the first
     */
    record Place(String text, String after) {}

    Alignment(List<String> before, List<String> now) {
        int[][] common = common(before, now);
        int old = 0;
        int next = 0;
        while (old < before.size() || next < now.size()) {
            if (old < before.size() && next < now.size() && before.get(old).equals(now.get(next))) {
                old++;
                next++;
            } else if (next == now.size() || (old < before.size() && common[old + 1][next] >= common[old][next + 1])) {
                removed.add(place(before, old++));
            } else {
                added.add(place(now, next++));
            }
        }
    }

    /** How many lines both have in common from each two places on. */
    private static int[][] common(List<String> before, List<String> now) {
        int[][] common = new int[before.size() + 1][now.size() + 1];
        for (int old = before.size() - 1; old >= 0; old--) {
            for (int next = now.size() - 1; next >= 0; next--) {
                common[old][next] = before.get(old).equals(now.get(next))
                        ? common[old + 1][next + 1] + 1
                        : Math.max(common[old + 1][next], common[old][next + 1]);
            }
        }
        return common;
    }

    private static Place place(List<String> all, int index) {
        return new Place(all.get(index), index == 0 ? "" : all.get(index - 1));
    }

    List<Place> removed() {
        return removed;
    }

    List<Place> added() {
        return added;
    }
}
