package org.serviceexchange.platform.measure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dashboard and the alert rules, as far as they can be checked without an instance. */
class MonitoringFilesTest {

    @Test
    void panelsHaveIdsOfTheirOwnTitlesAndAPlaceOnTheBoard() throws IOException {
        List<Integer> ids = new ArrayList<>();
        for (JsonNode panel : MonitoringFiles.dashboard().get("panels")) {
            ids.add(panel.get("id").asInt());
            assertThat(panel.get("title").asText()).isNotBlank();
            JsonNode place = panel.get("gridPos");
            assertThat(place.get("x").asInt() + place.get("w").asInt()).isLessThanOrEqualTo(24);
        }
        assertThat(ids).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    @Test
    void everyAlertIsExplainedAndTestedInBothDirections() throws IOException {
        String document = Files.readString(Path.of("docs/monitoring.md"));
        String tests = MonitoringFiles.alertTests();
        assertThat(MonitoringFiles.alerts().keySet()).allSatisfy(alert -> {
            String name = alert.replaceFirst("^ServiceExchange", "");
            assertThat(document).contains("\n### " + alert + "\n");
            assertThat(tests).contains("- name: " + name + ", fires\n", "- name: " + name + ", does not fire\n");
        });
    }

    @Test
    void findsTheMetricsOfAnExpression() {
        assertThat(MonitoringFiles.metrics("sum by (job) (increase(a_total{outcome!=\"sent\"}[30m])) > 0"
                        + " unless max without (instance) (b_seconds) / c > 0.1"))
                .containsExactly("a_total", "b_seconds", "c");
    }
}
