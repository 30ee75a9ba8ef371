package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What templates call is public. Spring's expression language finds no other method, and no test notices that until somebody opens
 * the page. A template does not say of which type a value is: it may be any that has all members which the template reads of it.
 */
class TemplateCallsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern EXPRESSION = Pattern.compile("[$*]\\{((?:[^{}']|'[^']*')*)}");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern VALUE = Pattern.compile("(?<![\\w.#@&])[a-z]\\w*(?=\\.|\\?\\.|\\[)");

    /** A member of a value, read as a property or called; elements of a list stand for the list. */
    private static final Pattern MEMBER = Pattern.compile("(?:\\[\\w+])?\\??\\.(\\w+)(\\(\\)?)?");

    /** Name of a member with "()" if it can be read as a property or takes no arguments, otherwise with "(…)". */
    private static final String NO_ARGUMENTS = "()";

    private final Set<JavaClass> shown = shown();

    @Test
    void membersThatTemplatesReadArePublic() throws IOException {
        assertThat(shown).hasSizeGreaterThan(200);
        Map<String, Set<String>> values = values();
        assertThat(values).hasSizeGreaterThan(200);
        Set<String> hidden = new TreeSet<>();
        for (JavaClass type : shown) {
            Set<String> all = members(type.getAllMethods());
            Set<String> notPublic = members(type.getMethods().stream()
                    .filter(method -> !method.getModifiers().contains(JavaModifier.PUBLIC))
                    .collect(Collectors.toSet()));
            values.forEach((value, read) -> read.stream()
                    .filter(member -> all.containsAll(read) && notPublic.contains(member))
                    .forEach(member -> hidden.add(value + " reads " + type.getSimpleName() + "." + member)));
        }
        assertThat(hidden).isEmpty();
    }

    /** Members by the names under which an expression can read them. */
    private static Set<String> members(Set<JavaMethod> methods) {
        Set<String> members = new HashSet<>();
        for (JavaMethod method : methods) {
            boolean made = method.getModifiers().contains(JavaModifier.SYNTHETIC)
                    || method.getModifiers().contains(JavaModifier.STATIC);
            if (!made && method.getRawParameterTypes().isEmpty()) {
                String name = method.getName();
                members.add(name + NO_ARGUMENTS);
                Stream.of("get", "is")
                        .filter(name::startsWith)
                        .map(beginning -> name.substring(beginning.length()))
                        .filter(rest -> !rest.isEmpty())
                        .forEach(rest ->
                                members.add(Character.toLowerCase(rest.charAt(0)) + rest.substring(1) + NO_ARGUMENTS));
            } else if (!made && takesWhatTemplatesHave(method)) {
                members.add(method.getName() + "(…)");
            }
        }
        return members;
    }

    /** Templates pass texts, numbers and languages, and none of them passes a state or a record on. */
    private static boolean takesWhatTemplatesHave(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                .noneMatch(type -> type.getPackageName().startsWith(Code.ROOT));
    }

    /** For each value of a template the members that it reads. */
    private static Map<String, Set<String>> values() throws IOException {
        Map<String, Set<String>> values = new HashMap<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher expressions = EXPRESSION.matcher(Files.readString(file));
                while (expressions.find()) {
                    String expression = TEXT.matcher(expressions.group(1)).replaceAll("''");
                    read(TEMPLATES.relativize(file) + " ", expression, values);
                }
            }
        }
        return values;
    }

    private static void read(String template, String expression, Map<String, Set<String>> values) {
        Matcher roots = VALUE.matcher(expression);
        while (roots.find()) {
            String value = template + roots.group();
            Matcher members = MEMBER.matcher(expression).region(roots.end(), expression.length());
            while (members.lookingAt()) {
                boolean arguments = "(".equals(members.group(2));
                String member = members.group(1) + (arguments ? "(…)" : NO_ARGUMENTS);
                values.computeIfAbsent(value, unknown -> new HashSet<>()).add(member);
                if (arguments) {
                    break;
                }
                value = value + "." + members.group(1);
                members.region(members.end(), expression.length());
            }
        }
    }

    /** Types of values that controllers and their helpers use, and of what these give to whoever holds them; no components. */
    private static Set<JavaClass> shown() {
        Set<JavaClass> shown = new HashSet<>();
        Deque<JavaClass> next = new ArrayDeque<>();
        Code.MAIN.stream()
                .filter(type -> (type.getPackageName() + ".").contains(".web."))
                .forEach(type -> {
                    next.add(type);
                    type.getDirectDependenciesFromSelf().forEach(use -> next.add(use.getTargetClass()));
                });
        while (!next.isEmpty()) {
            JavaClass type = next.remove().getBaseComponentType();
            if (isValue(type) && shown.add(type)) {
                type.getMethods().stream()
                        .flatMap(method -> method.getReturnType().getAllInvolvedRawTypes().stream())
                        .forEach(next::add);
            }
        }
        return shown;
    }

    private static boolean isValue(JavaClass type) {
        return type.getPackageName().startsWith(Code.ROOT)
                && !type.isInterface()
                && type.getAnnotations().stream()
                        .noneMatch(annotation ->
                                annotation.getRawType().getPackageName().startsWith("org.springframework"));
    }
}
