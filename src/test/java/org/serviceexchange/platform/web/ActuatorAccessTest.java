package org.serviceexchange.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an instance says about itself, and to whom. */
@InstanceTest
class ActuatorAccessTest {

    @LocalServerPort
    int port;

    private TestBrowser browser;

    @BeforeEach
    void open() {
        browser = new TestBrowser(port);
    }

    @Test
    void tellsEverybodyOnlyWhetherItIsUp() {
        var health = browser.send(browser.request("/actuator/health").GET());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
        for (String group : List.of("liveness", "readiness")) {
            var answer =
                    browser.send(browser.request("/actuator/health/" + group).GET());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/info", "/actuator/metrics"})
    void tellsMoreToAdminsOnly(String path) {
        assertThat(browser.get(path).statusCode()).isEqualTo(302);
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
        assertThat(browser.get(path).statusCode()).isEqualTo(403);
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        assertThat(browser.send(browser.request(path).GET()).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsMetricsForPrometheusToTheTokenAlone() {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        var scraped = new TestBrowser(port)
                .send(browser.request("/actuator/prometheus")
                        .header("Authorization", "Bearer " + InstanceTest.METRICS_TOKEN)
                        .GET());
        assertThat(scraped.statusCode()).isEqualTo(200);
        assertThat(scraped.body()).contains("service_exchange_incidents 0.0\n");
        assertThat(scraped.headers().allValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/sbom", "/actuator/beans"})
    void tellsNobodyAnythingElse(String path) {
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        assertThat(browser.get(path).statusCode()).isIn(403, 404);
    }
}
