package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/**
 * What a node keeps in memory from one request to the next is unknown to the other nodes. The table of docs/adr/0084 names
 * every class that does, and says why no harm comes from it.
 */
class NodeMemoryTest {

    private static final Path TABLE = Path.of("docs/adr/0084-what-a-node-keeps-in-memory.md");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    /** They run in processes of their own, not in a node. */
    private static final Set<String> NO_NODES =
            Set.of(Code.ROOT + ".command", Code.ROOT + ".checker", Code.ROOT + ".rehearsal", Code.ROOT + ".demo");

    /** Beginnings of the names of classes that several threads may change. */
    private static final Set<String> SHARED = Set.of(
            "java.util.concurrent.Concurrent",
            "java.util.concurrent.CopyOnWrite",
            "java.util.concurrent.atomic.",
            "java.util.concurrent.Semaphore");

    @Test
    void everyClassThatKeepsSomethingIsInTheTable() throws IOException {
        Set<String> found = new TreeSet<>();
        Code.MAIN.stream()
                .filter(type -> NO_NODES.stream().noneMatch(type.getPackageName()::startsWith))
                .filter(NodeMemoryTest::keepsSomething)
                .forEach(type -> found.add(outermost(type)));
        assertThat(table()).containsExactlyElementsOf(found).hasSizeGreaterThan(10);
    }

    private static boolean keepsSomething(JavaClass type) {
        return type.getFields().stream().anyMatch(field -> keeps(type, field))
                || type.getCodeUnitCallsFromSelf().stream().anyMatch(NodeMemoryTest::makesWhatThreadsShare)
                || type.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED));
    }

    /** Such as a map or set behind a field of type Map or Set. */
    private static boolean makesWhatThreadsShare(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        return SHARED.stream().anyMatch(owner::startsWith)
                && Set.of("<init>", "newKeySet").contains(call.getName());
    }

    private static boolean keeps(JavaClass type, JavaField field) {
        Set<JavaModifier> modifiers = field.getModifiers();
        boolean changes = !modifiers.contains(JavaModifier.FINAL);
        String of = field.getRawType().getName();
        return modifiers.contains(JavaModifier.VOLATILE)
                || (changes && modifiers.contains(JavaModifier.STATIC))
                || (changes && type.isMetaAnnotatedWith(Component.class))
                || of.equals("java.lang.ThreadLocal");
    }

    private static String outermost(JavaClass type) {
        String name = type.getName().substring(type.getPackageName().length() + 1);
        return name.split("\\$", 2)[0];
    }

    private static Set<String> table() throws IOException {
        Set<String> names = new TreeSet<>();
        Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .forEach(cell -> NAME.matcher(cell).results().forEach(found -> names.add(found.group(1))));
        return names;
    }
}
