package org.serviceexchange.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What the jar says about itself: commit, version, libraries and their licences. */
class PackagedJarIT {

    private static final String SBOM = "META-INF/sbom/application.cdx.json";

    private static JarFile jar;

    @BeforeAll
    static void open() throws IOException {
        jar = new JarFile(Instance.JAR);
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void namesItsVersionAndNoTimeThatDiffersBetweenTwoBuilds() throws IOException {
        Properties build = properties("META-INF/build-info.properties");
        assertThat(build.getProperty("build.version")).isEqualTo("0.1.0-SNAPSHOT");
        Set<String> times = new TreeSet<>();
        jar.stream().forEach(entry -> times.add(entry.getTimeLocal().toString()));
        assertThat(times).containsExactly("2026-01-01T00:00");
        assertThat(build.getProperty("build.time")).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void namesItsCommitIfItWasBuiltFromAClone() throws IOException {
        JarEntry commit = jar.getJarEntry("BOOT-INF/classes/git.properties");
        assertThat(commit != null).isEqualTo(Files.exists(Path.of(".git")));
        if (commit != null) {
            Properties git = properties(commit.getName());
            assertThat(git.getProperty("git.commit.id.full")).matches("[0-9a-f]{40}");
            assertThat(git.stringPropertyNames())
                    .as("what is the same on every machine")
                    .containsExactlyInAnyOrder(
                            "git.commit.id.abbrev", "git.commit.id.full", "git.commit.time", "git.dirty");
        }
    }

    @Test
    void listsTheLicencesOfItsLibraries() throws IOException {
        assertThat(text("META-INF/THIRD-PARTY.txt"))
                .contains(
                        "(Apache-2.0) Camunda Platform - engine",
                        "(bpmn.io License) bpmn-js",
                        "(MIT) SLF4J API Module");
    }

    /** The build machine makes it: pom.xml says why. */
    @Test
    @EnabledIfEnvironmentVariable(named = "CI", matches = ".+")
    void holdsABillOfExactlyItsLibraries() throws IOException {
        assertThat(jar.getManifest().getMainAttributes().getValue("Sbom-Location"))
                .isEqualTo(SBOM);
        Set<String> listed = new TreeSet<>();
        for (JsonNode component : new ObjectMapper().readTree(text(SBOM)).path("components")) {
            listed.add(component.path("name").asText() + "-"
                    + component.path("version").asText());
        }
        assertThat(listed).containsAll(Set.of("camunda-engine-7.24.0", "bcprov-jdk18on-1.87"));
        Set<String> packed = new TreeSet<>();
        jar.stream()
                .map(JarEntry::getName)
                .filter(name -> name.matches("BOOT-INF/lib/.+\\.jar"))
                .map(name -> name.substring("BOOT-INF/lib/".length(), name.length() - ".jar".length()))
                .map(name -> name.replaceFirst("-(scala-shaded|classes)$", ""))
                .filter(name -> !name.startsWith("spring-boot-jarmode-tools"))
                .forEach(packed::add);
        assertThat(listed).containsAll(packed);
    }

    @Test
    void checksEvidenceWithoutAnInstance(@TempDir Path folder) throws Exception {
        Path example = Path.of("docs", "evidence-example.jsonl").toAbsolutePath();
        assertThat(verify(folder, example)).contains("THE FILE STANDS").endsWith("exit 0");
        Path edited = Files.writeString(
                folder.resolve("edited.jsonl"), Files.readString(example).replace("Step 2", "Step two"));
        assertThat(verify(folder, edited))
                .contains("Changed after it was signed: journal entry 2.")
                .endsWith("exit 1");
        assertThat(verify(folder, folder.resolve("none"))).endsWith("exit 2");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("nothing but the file of this test").containsExactly(edited);
        }
    }

    private static String verify(Path folder, Path file) throws Exception {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=en",
                        "-jar",
                        Path.of(Instance.JAR).toAbsolutePath().toString(),
                        "verify-evidence",
                        file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), UTF_8);
        return printed + "exit " + java.waitFor();
    }

    private static Properties properties(String entry) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = jar.getInputStream(jar.getJarEntry(entry))) {
            properties.load(file);
        }
        return properties;
    }

    private static String text(String entry) throws IOException {
        assertThat(jar.getJarEntry(entry)).as(entry).isNotNull();
        try (InputStream file = jar.getInputStream(jar.getJarEntry(entry))) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
