package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * An interface with one implementation has a reason: a rule keeps the implementation out, because it is an edge or belongs to a
 * module above, or a test replaces it. Lambdas are implementations of a functional interface, which stand in no list.
 */
class InterfacesTest {

    /** Packages of SQL, engine, web, mail and cryptography, which other packages must not use. */
    private static final Pattern EDGE = Pattern.compile(".*\\.(store|engine|web|mail|kmf\\.keyring)(\\..*)?");

    @Test
    void aSingleImplementationIsAnEdgeOrReplacedByATest() {
        List<JavaClass> single = Code.MAIN.stream()
                .filter(JavaClass::isInterface)
                .filter(type -> !type.isAnnotation() && !type.isAnnotatedWith(FunctionalInterface.class))
                .filter(type -> implementations(type).size() == 1)
                .toList();
        assertThat(single).hasSizeGreaterThan(10);
        assertThat(single)
                .filteredOn(type -> !isEdge(implementations(type).get(0))
                        && module(implementations(type).get(0)).equals(module(type))
                        && !isReplaced(type))
                .as("interfaces that hide nothing")
                .isEmpty();
    }

    private static List<JavaClass> implementations(JavaClass type) {
        return Code.MAIN.stream()
                .filter(one -> !one.isInterface() && one.isAssignableTo(type.getName()))
                .toList();
    }

    private static boolean isEdge(JavaClass implementation) {
        return EDGE.matcher(implementation.getPackageName()).matches();
    }

    private static String module(JavaClass type) {
        return type.getPackageName().substring(Code.ROOT.length()).split("\\.", -1)[1];
    }

    private static boolean isReplaced(JavaClass type) {
        return Code.withTests().stream()
                .filter(one -> !one.isInterface() && one.isAssignableTo(type.getName()))
                .anyMatch(one -> !Code.MAIN.contain(one.getName()));
    }
}
