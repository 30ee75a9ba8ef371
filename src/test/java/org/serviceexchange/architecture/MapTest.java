package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map in docs/architecture.md shows the packages that there are, with their edges. */
class MapTest {

    private static final Path MAIN = Path.of("src/main/java/org/serviceexchange");
    private static final Path DOCUMENT = Path.of("docs/architecture.md");
    private static final Pattern LINE =
            Pattern.compile("^(?<indent> *)(?<name>[a-z]+) +\\S.*?(?:\\((?<edges>[a-z, ]+)\\))?$");
    private static final Pattern TYPE = Pattern.compile("`((?:provider|consumer)/[a-z/]+/[A-Z]\\w+)`");
    private static final Set<String> EDGES = Set.of("engine", "web", "store", "mail");

    @Test
    void showsEveryPackage() throws IOException {
        assertThat(packagesOfTheMap()).isEqualTo(packagesOfTheTree());
    }

    @Test
    void walksThroughTypesThatExist() throws IOException {
        assertThat(TYPE.matcher(Files.readString(DOCUMENT)).results().map(match -> match.group(1)))
                .hasSizeGreaterThan(20)
                .allSatisfy(type -> assertThat(MAIN.resolve(type + ".java")).exists());
    }

    private static Set<String> packagesOfTheMap() throws IOException {
        String document = Files.readString(DOCUMENT);
        String map = document.substring(document.indexOf("```\n") + 4);
        Set<String> packages = new TreeSet<>();
        String module = "";
        for (String line : map.substring(0, map.indexOf("```")).lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            boolean top = matcher.group("indent").isEmpty();
            module = top ? matcher.group("name") : module;
            String place = top ? module : module + "/" + matcher.group("name");
            packages.add(place);
            String edges = matcher.group("edges");
            if (edges != null) {
                Arrays.stream(edges.split(", ")).forEach(edge -> packages.add(place + "/" + edge));
            }
        }
        return packages;
    }

    /** Edges of edges, such as {@code web/api}, belong to the edge. */
    private static Set<String> packagesOfTheTree() throws IOException {
        Set<String> packages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path folder : files.filter(Files::isDirectory).toList()) {
                String place = MAIN.relativize(folder).toString().replace('\\', '/');
                boolean belowAnEdge = folder.getParent() != null
                        && EDGES.contains(folder.getParent().getFileName().toString())
                        && !place.startsWith("platform/engine")
                        && !place.startsWith("platform/store");
                if (!place.isEmpty() && !belowAnEdge) {
                    packages.add(place);
                }
            }
        }
        return packages;
    }
}
