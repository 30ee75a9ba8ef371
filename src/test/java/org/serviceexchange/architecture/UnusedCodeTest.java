package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No code without use: what the application offers is used by the application itself, a page, a form, a script, a framework,
 * or is a member of a documented message. Tests alone are no use. A constant of text or number is not seen here, because the
 * compiler copies its value.
 */
class UnusedCodeTest {

    /** Offered before anything uses it; each says so beside itself. */
    private static final Set<String> RESERVED = Set.of(
            // Read from the problem documents of peers, acted on by nothing so far
            "PeerProblem.serverTime");

    /** Never named by the application. */
    private static final Set<String> UNNAMED_CONSTANTS = Set.of(
            // The default of a setting, which is a text
            "Mode.STANDARD");

    /** Made by name or by reflection. */
    private static final Set<String> MADE_BY_FRAMEWORKS = Set.of(
            // @SpringBootApplication names it
            "FeatureBeanNames",
            // META-INF/spring.factories names it
            "DatabaseStartRefused",
            "StartRefused",
            // The webapps' filter makes it from the name of its class
            "SessionUser");

    private final Pattern membersOfPages = Pattern.compile("\\.([a-zA-Z][a-zA-Z0-9]*)");
    private final Pattern membersOfMessages = Pattern.compile("(?m)^\\s+([a-zA-Z]\\w*):|`([a-zA-Z]\\w*)`");

    private final Set<String> pages = words(
            membersOfPages,
            Path.of("src/main/resources/templates"),
            Path.of("src/main/resources/static/js"),
            Path.of("src/main/resources/webapps"),
            Path.of("processes/forms"));
    private final Set<String> messages = words(
            membersOfMessages, Path.of("src/main/resources/api"), Path.of("docs/protocol.md"), Path.of("docs/api.md"));

    @Test
    void everyMethodIsUsed() {
        Set<String> unused = Code.MAIN.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(Uses::isOffered)
                .filter(method -> !Uses.isUsed(method) && !isNamedElsewhere(method))
                .map(method -> top(method.getOwner()) + "." + method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEqualTo(new TreeSet<>(RESERVED));
    }

    @Test
    void everyConstructorIsUsed() {
        Set<String> unused = Code.MAIN.stream()
                .filter(type -> !type.isEnum() && !isTheOneOfAComponent(type))
                .flatMap(type -> type.getConstructors().stream())
                .filter(constructor -> !constructor.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(constructor -> !Uses.called(constructor) && !isMadeByBinding(constructor))
                .map(constructor -> top(constructor.getOwner()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEqualTo(new TreeSet<>(MADE_BY_FRAMEWORKS));
    }

    @Test
    void everyConstantOfAnEnumIsNamed() {
        Set<String> unnamed = Code.MAIN.stream()
                .filter(JavaClass::isEnum)
                .flatMap(type -> type.getFields().stream()
                        .filter(field -> field.getRawType().equals(type)))
                .filter(field -> field.getAccessesToSelf().stream()
                        .allMatch(access -> access.getOriginOwner().equals(field.getOwner())
                                && Set.of("$values", "<clinit>")
                                        .contains(access.getOrigin().getName())))
                .map(field -> field.getOwner().getSimpleName() + "." + field.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unnamed).isEqualTo(new TreeSet<>(UNNAMED_CONSTANTS));
    }

    @Test
    void everyTypeIsUsed() {
        Set<String> used = new TreeSet<>();
        for (JavaClass type : Code.MAIN) {
            type.getDirectDependenciesToSelf().stream()
                    .map(use -> top(use.getOriginClass()))
                    .filter(user -> !user.equals(top(type)))
                    .forEach(user -> used.add(top(type)));
        }
        Set<String> lonely = Code.MAIN.stream()
                .filter(type -> !type.isNestedClass() && !type.isAnonymousClass())
                .filter(type -> !type.getSimpleName().equals("package-info") && !isComponent(type))
                .filter(type -> type.getFields().isEmpty() || !isOfInlinedConstants(type))
                .map(UnusedCodeTest::top)
                .filter(name -> !used.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(lonely).isEqualTo(new TreeSet<>(Set.of("StartRefused", "DemonstrationPair")));
    }

    /** By a page, a form or a script; a record's component also as a member of a message that a document explains. */
    private boolean isNamedElsewhere(JavaMethod method) {
        String property = method.getName().replaceFirst("^(get|is)(?=[A-Z])", "");
        String member = property.substring(0, 1).toLowerCase(Locale.ROOT) + property.substring(1);
        boolean component = method.getOwner().isRecord()
                && method.getOwner().tryGetField(method.getName()).isPresent();
        return pages.contains(member) || (component && messages.contains(member));
    }

    private static boolean isComponent(JavaClass type) {
        return type.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getName().startsWith("org.springframework."));
    }

    private static boolean isTheOneOfAComponent(JavaClass type) {
        return isComponent(type) && type.getConstructors().size() == 1;
    }

    /** Spring binds forms and requests to records; of several constructors it takes the marked or the empty one. */
    private static boolean isMadeByBinding(JavaConstructor constructor) {
        JavaClass owner = constructor.getOwner();
        boolean bound = owner.isRecord() && owner.getPackageName().contains(".web");
        boolean empty = constructor.getRawParameterTypes().isEmpty() && isComponent(owner);
        return bound || empty || !constructor.getAnnotations().isEmpty();
    }

    private static boolean isOfInlinedConstants(JavaClass type) {
        return type.getFields().stream()
                .allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC)
                        && (field.getRawType().isPrimitive()
                                || field.getRawType().isEquivalentTo(String.class)));
    }

    private static String top(JavaClass type) {
        return type.getName().replaceAll(".*\\.|\\$.*", "");
    }

    private static Set<String> words(Pattern pattern, Path... places) {
        Set<String> found = new TreeSet<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    pattern.matcher(Files.readString(file)).results().forEach(match -> {
                        for (int group = 1; group <= match.groupCount(); group++) {
                            if (match.group(group) != null) {
                                found.add(match.group(group));
                            }
                        }
                    });
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(found).hasSizeGreaterThan(50);
        return found;
    }
}
