package org.serviceexchange.platform.measure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;

/** The metrics as Prometheus reads them from a running instance. */
public final class Scrape {

    private static final Pattern SAMPLE = Pattern.compile("^([a-z0-9_]+)(?:\\{([^}]*)})? ", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("^# (HELP|TYPE) ([a-z0-9_]+) (.*)$", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    private final String text;

    private Scrape(String text) {
        this.text = text;
    }

    /** Reads them with the token of the tests. */
    public static Scrape of(TestBrowser scraper) {
        var answer = scraper.send(scraper.request("/actuator/prometheus")
                .header("Authorization", "Bearer " + InstanceTest.METRICS_TOKEN)
                .GET());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Scrape(answer.body());
    }

    /** The names of all samples. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        Matcher sample = SAMPLE.matcher(text);
        while (sample.find()) {
            names.add(sample.group(1));
        }
        return names;
    }

    /** A line for each metric of this application: name, type, labels, meaning. */
    List<String> table() {
        Map<String, String> helps = comments("HELP");
        List<String> lines = new ArrayList<>();
        comments("TYPE").forEach((name, type) -> {
            if (name.startsWith("service_exchange_")) {
                lines.add("| `" + name + "` | " + type + " | " + String.join(", ", labels(name)) + " | "
                        + helps.get(name) + " |");
            }
        });
        return lines;
    }

    /** A document with this table in place of the one that it has. */
    static String replaced(String document, List<String> table) {
        int begin = document.indexOf("| `service_exchange_");
        int end = document.indexOf("\n\n", begin);
        return document.substring(0, begin) + String.join("\n", table) + document.substring(end);
    }

    private Map<String, String> comments(String kind) {
        Map<String, String> comments = new TreeMap<>();
        Matcher comment = COMMENT.matcher(text);
        while (comment.find()) {
            if (comment.group(1).equals(kind)) {
                comments.put(comment.group(2), comment.group(3));
            }
        }
        return comments;
    }

    private Set<String> labels(String name) {
        Set<String> labels = new TreeSet<>();
        Matcher sample = SAMPLE.matcher(text);
        while (sample.find()) {
            boolean ofIt = sample.group(1).equals(name) || sample.group(1).equals(name + "_count");
            Matcher label = LABEL.matcher(ofIt && sample.group(2) != null ? sample.group(2) : "");
            while (label.find()) {
                labels.add(label.group(1));
            }
        }
        return labels;
    }
}
