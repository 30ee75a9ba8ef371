package org.serviceexchange.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journal.LogLines;
import org.slf4j.MDC;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Lines as JSON with the settings of the application: every one of ours can be written, each name once. */
class StructuredLinesTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final StructuredLogEncoder encoder = new StructuredLogEncoder();

    @BeforeEach
    void configure() throws IOException {
        StandardEnvironment settings = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .forEach(settings.getPropertySources()::addLast);
        System.setProperty("service-exchange.instance.name", "test-instance");
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), settings);
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
    }

    @AfterEach
    void clear() {
        MDC.clear();
        System.clearProperty("service-exchange.instance.name");
    }

    @Test
    void haveTheNamesOfElasticCommonSchema() throws IOException {
        MDC.put("traceId", TRACE);
        MDC.put(SecurityLog.ACTOR, "ada");
        JsonNode line;
        try (LogLines lines = new LogLines("security")) {
            SecurityLog.record(
                    SecurityEvent.REFUSED,
                    SecurityLog.USER,
                    "eve\n\"",
                    "error.code",
                    "SX-9003",
                    "url.path",
                    "/x",
                    "source.address",
                    "10.0.0.1");
            line = json(lines.with("refused").get(0));
        }
        assertThat(line.get("trace.id").asText()).isEqualTo(TRACE);
        assertThat(line.at("/log/logger").asText()).isEqualTo("security");
        assertThat(line.at("/event/category").asText()).isEqualTo("web");
        assertThat(line.at("/event/action").asText()).isEqualTo("refused");
        assertThat(line.at("/event/outcome").asText()).isEqualTo("failure");
        assertThat(line.at("/user/name").asText()).isEqualTo("eve\n\"");
        assertThat(line.at("/source/address").asText()).isEqualTo("10.0.0.1");
        assertThat(line.get("actor").asText()).isEqualTo("ada");
        assertThat(line.at("/service/name").asText()).isEqualTo("test-instance");
    }

    @Test
    void tellOfTokensAndRoles() throws IOException {
        try (LogLines lines = new LogLines("security")) {
            SecurityLog.record(SecurityEvent.TOKEN_ISSUED, "token.id", "TOK1", "token.service", "crm");
            SecurityLog.record(
                    SecurityEvent.ROLES_CHANGED,
                    "user.target.name",
                    "bob",
                    "user.target.roles.given",
                    "a b",
                    "user.target.roles.taken",
                    "");
            assertThat(json(lines.with("token-issued").get(0))
                            .at("/token/service")
                            .asText())
                    .isEqualTo("crm");
            assertThat(json(lines.with("roles-changed").get(0))
                            .at("/user/target/roles/given")
                            .asText())
                    .isEqualTo("a b");
        }
    }

    private JsonNode json(ILoggingEvent line) throws IOException {
        return new ObjectMapper().readTree(encoder.encode(line));
    }
}
