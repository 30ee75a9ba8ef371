package org.serviceexchange.platform.measure.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** The dashboard and the alert rules in {@code docs/monitoring}. */
final class MonitoringFiles {

    private static final Path FOLDER = Path.of("docs/monitoring");

    /** Labels, times and strings of an expression, and the lists of labels to group by. */
    private static final Pattern NO_METRICS =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(by|without)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*(?![a-z0-9_]*\\s*\\()");
    private static final Set<String> WORDS = Set.of("unless", "and", "or", "by", "without");

    private MonitoringFiles() {}

    static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve("dashboard.json").toFile());
    }

    static List<String> dashboardExpressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        dashboard()
                .get("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target -> expressions.add(target.get("expr").asText())));
        return expressions;
    }

    /** The expressions of the alerts by their names. */
    static Map<String, String> alerts() throws IOException {
        Map<String, String> alerts = new LinkedHashMap<>();
        new ObjectMapper()
                .valueToTree(new Yaml().load(Files.readString(FOLDER.resolve("alerts.yaml"))))
                .get("groups")
                .forEach(group -> group.get("rules")
                        .forEach(rule -> alerts.put(
                                rule.get("alert").asText(), rule.get("expr").asText())));
        return alerts;
    }

    static String alertTests() throws IOException {
        return Files.readString(FOLDER.resolve("alerts-test.yaml"));
    }

    /** The names of the metrics that an expression asks for. */
    static Set<String> metrics(String expression) {
        Matcher name = NAME.matcher(NO_METRICS.matcher(expression).replaceAll(" "));
        Set<String> metrics = new TreeSet<>();
        while (name.find()) {
            metrics.add(name.group());
        }
        metrics.removeAll(WORDS);
        return metrics;
    }
}
