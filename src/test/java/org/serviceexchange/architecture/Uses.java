package org.serviceexchange.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Whether something in the application's own classes uses a method, or a framework calls it. */
final class Uses {

    /** Annotations that make nobody call a method. */
    private static final Set<String> NO_CALLERS = Set.of(
            "org.springframework.transaction.annotation.Transactional",
            "org.springframework.transaction.annotation.Propagation");

    private Uses() {}

    /** A method of the source that others may call. */
    static boolean isOffered(JavaMethod method) {
        boolean made = method.getModifiers().stream()
                .anyMatch(modifier -> Set.of("PRIVATE", "SYNTHETIC", "BRIDGE").contains(modifier.name()));
        boolean ofEveryEnum =
                method.getOwner().isEnum() && Set.of("values", "valueOf").contains(method.getName());
        return !made && !ofEveryEnum && !method.getName().equals("main");
    }

    /** Called itself, by what it overrides or is overridden by, by a framework, or as a component's field. */
    static boolean isUsed(JavaMethod method) {
        return calledByFramework(method)
                || called(method)
                || readInsideItsRecord(method)
                || family(method.getOwner()).stream().anyMatch(relative -> calledThere(method, relative));
    }

    /** A method with a caller other than itself. */
    static boolean called(JavaMethod method) {
        return Stream.concat(method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream())
                .anyMatch(use -> !use.getOrigin().equals(method));
    }

    /** A constructor that something calls. */
    static boolean called(JavaConstructor constructor) {
        return !constructor.getCallsOfSelf().isEmpty()
                || !constructor.getReferencesToSelf().isEmpty();
    }

    private static boolean calledByFramework(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName())
                .anyMatch(name -> !name.startsWith("java.lang.")
                        && !name.startsWith("org.jspecify.")
                        && !NO_CALLERS.contains(name));
    }

    private static boolean readInsideItsRecord(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.isRecord()
                && method.getRawParameterTypes().isEmpty()
                && owner.tryGetField(method.getName()).stream()
                        .flatMap(field -> field.getAccessesToSelf().stream())
                        .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.GET)
                        .anyMatch(access -> !access.getOrigin().equals(method));
    }

    private static boolean calledThere(JavaMethod method, JavaClass relative) {
        return relative.getMethods().stream()
                .filter(other -> other.getName().equals(method.getName())
                        && other.getRawParameterTypes().size()
                                == method.getRawParameterTypes().size())
                .anyMatch(other -> isForeign(relative) || called(other) || calledByFramework(other));
    }

    private static boolean isForeign(JavaClass type) {
        return !type.getPackageName().startsWith(Code.ROOT);
    }

    /** What a type extends or implements, what extends or implements it, and what those do besides. */
    private static Set<JavaClass> family(JavaClass type) {
        Set<JavaClass> family = new HashSet<>(above(type));
        for (JavaClass below : type.getAllSubclasses()) {
            family.add(below);
            above(below).stream().filter(other -> !isForeign(other)).forEach(family::add);
        }
        family.remove(type);
        return family;
    }

    private static Set<JavaClass> above(JavaClass type) {
        Set<JavaClass> above = new HashSet<>(type.getAllRawSuperclasses());
        above.addAll(type.getAllRawInterfaces());
        return above;
    }
}
