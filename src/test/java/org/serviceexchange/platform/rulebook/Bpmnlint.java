package org.serviceexchange.platform.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.serviceexchange.platform.rulebook.EvilModels.EvilModel;

/**
 * The original bpmnlint, as Camunda Modeler has it, on all models of the corpus: run once, by the Node that drives the browser in other
 * tests, so that no machine needs one of its own. The licences of what it consists of stand beside the bundle.
 */
final class Bpmnlint {

    static final Path PLUGIN = Path.of("src/modeler-plugin/client.js");
    private static final Path SCRIPT = Path.of("src/test/resources/modeler/lint.js");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One finding: of a rule, about an element, in words. */
    record Finding(String rule, String element, String message) {}

    /**
     * A file of a folder, and what is found in it.
     *
     * @param unreadable why bpmnlint could not read it; empty if it could
     * @param book what the rule book says of it
     */
    record Linted(String name, String unreadable, List<Finding> bpmnlint, List<Finding> plugin, List<Breach> book) {

        @Override
        public String toString() {
            return name;
        }
    }

    private Bpmnlint() {}

    /** Run when somebody asks for it. */
    private static final class Once {

        static final List<Linted> ALL = run();
    }

    /** The shipped models, and every BPMN file of the corpus that differs from them. */
    static List<Linted> all() {
        return Once.ALL;
    }

    private static List<Linted> run() {
        try {
            Map<String, byte[]> shipped = ProcessFolder.of(Path.of("processes")).files();
            Map<String, List<Breach>> book = new TreeMap<>();
            ObjectNode models = JSON.createObjectNode();
            Stream.concat(
                            Stream.of(new EvilModel("-", "shipped", () -> ProcessFolder.of(shipped))),
                            Stream.concat(EvilModels.all().stream(), EvilModels.harmless().stream()))
                    .forEach(model -> add(model, shipped, models, book));
            JsonNode found = linted(models);
            List<Linted> all = new ArrayList<>();
            book.forEach((name, breaches) -> all.add(linted(name, found.get(name), breaches)));
            return List.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException("bpmnlint DID NOT RUN.", e);
        }
    }

    private static void add(
            EvilModel model, Map<String, byte[]> shipped, ObjectNode models, Map<String, List<Breach>> book) {
        List<Breach> breaches = RuleBook.check(model.folder());
        model.folder().files().forEach((file, content) -> {
            boolean changed = !Arrays.equals(content, shipped.get(file));
            if (file.endsWith(".bpmn") && (changed || model.name().equals("shipped"))) {
                String name = model.name() + ": " + file;
                models.put(name, new String(content, UTF_8));
                book.put(
                        name,
                        breaches.stream()
                                .filter(breach -> breach.file().equals(file))
                                .toList());
            }
        });
    }

    private static JsonNode linted(ObjectNode models) throws IOException {
        ObjectNode input = JSON.createObjectNode();
        input.set("models", models);
        input.put("plugin", Files.readString(PLUGIN));
        Path work = Files.createTempDirectory("bpmnlint");
        Path in = Files.write(work.resolve("in.json"), JSON.writeValueAsBytes(input));
        Path out = work.resolve("out.json");
        Process node = new ProcessBuilder(node().toString(), SCRIPT.toString())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(work.resolve("err.txt").toFile())
                .start();
        try {
            assertThat(node.waitFor())
                    .as("bpmnlint DID NOT RUN: %s", Files.readString(work.resolve("err.txt")))
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return JSON.readTree(out.toFile());
    }

    private static Path node() {
        Path folder = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .driverDir();
        Path node = folder.resolve("node");
        return Files.exists(node) ? node : folder.resolve("node.exe");
    }

    private static Linted linted(String name, JsonNode found, List<Breach> book) {
        return new Linted(
                name,
                found.path("unreadable").asText(),
                findings(found.path("bpmnlint")),
                findings(found.path("plugin")),
                book);
    }

    private static List<Finding> findings(JsonNode reports) {
        List<Finding> findings = new ArrayList<>();
        reports.forEach(one -> findings.add(
                new Finding(one.get(0).asText(), one.get(1).asText(), one.get(2).asText())));
        return findings;
    }
}
