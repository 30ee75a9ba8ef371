package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phases of a feature depend on one another in one direction. */
class PhaseCyclesTest {

    @ParameterizedTest
    @ValueSource(strings = {"provider", "consumer"})
    void haveNoCircles(String feature) {
        Map<String, Set<String>> arrows = new TreeMap<>();
        for (Dependency use : between(feature)) {
            arrows.computeIfAbsent(phase(feature, use.getOriginClass()), phase -> new TreeSet<>())
                    .add(phase(feature, use.getTargetClass()));
        }
        assertThat(arrows).hasSizeGreaterThan(3);
        assertThat(inCircles(arrows))
                .as("phases from which a circle cannot be left")
                .isEmpty();
    }

    /** Takes away the phases that need no other until none or only circles are left. */
    private static Set<String> inCircles(Map<String, Set<String>> arrows) {
        Map<String, Set<String>> left = new TreeMap<>();
        arrows.forEach((from, to) -> left.put(from, new TreeSet<>(to)));
        boolean smaller = true;
        while (smaller) {
            left.values().forEach(to -> to.retainAll(left.keySet()));
            smaller = left.values().removeIf(Set::isEmpty);
        }
        return left.keySet();
    }

    private static Set<Dependency> between(String feature) {
        Set<Dependency> found = new TreeSet<>();
        for (JavaClass type : Code.MAIN) {
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String from = phase(feature, type);
                String to = phase(feature, use.getTargetClass());
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
                    found.add(use);
                }
            }
        }
        return found;
    }

    /** The package below the feature's root, or nothing for a class that stands elsewhere. */
    private static String phase(String feature, JavaClass type) {
        String root = Code.ROOT + "." + feature + ".";
        return type.getPackageName().startsWith(root)
                ? type.getPackageName().substring(root.length()).split("\\.", 2)[0]
                : "";
    }
}
