package org.serviceexchange.workshop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** How a model differs from an older one, element by element. */
public record ModelDifference(List<Change> changes) {

    public ModelDifference {
        changes = List.copyOf(changes);
    }

    /** What happened to an element. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * One element that differs.
     *
     * @param element as in the newer model; one that was removed as in the older
     * @param aspects attributes and child elements that differ; none of added and removed elements
     */
    public record Change(Kind kind, ModelElement element, List<String> aspects) {

        public Change {
            aspects = List.copyOf(aspects);
        }

        /** The class of the element in the picture. */
        public String mark() {
            return switch (kind) {
                case ADDED -> "process-added";
                case CHANGED -> "process-changed";
                case REMOVED -> "process-removed";
            };
        }
    }

    /** From the older to the newer model: what was added and changed in the order of the newer one, then what was removed. */
    public static ModelDifference between(Map<String, ModelElement> older, Map<String, ModelElement> newer) {
        List<Change> changes = new ArrayList<>();
        newer.forEach((id, element) -> {
            ModelElement before = older.get(id);
            if (before == null) {
                changes.add(new Change(Kind.ADDED, element, List.of()));
            } else if (!before.aspects().equals(element.aspects())) {
                changes.add(new Change(Kind.CHANGED, element, differing(before, element)));
            }
        });
        older.forEach((id, element) -> {
            if (!newer.containsKey(id)) {
                changes.add(new Change(Kind.REMOVED, element, List.of()));
            }
        });
        return new ModelDifference(changes);
    }

    private static List<String> differing(ModelElement before, ModelElement after) {
        Set<String> names = new TreeSet<>(before.aspects().keySet());
        names.addAll(after.aspects().keySet());
        return names.stream()
                .filter(name -> !Objects.equals(
                        before.aspects().get(name), after.aspects().get(name)))
                .toList();
    }
}
