package org.serviceexchange.workshop.shipping.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.workshop.shipping.ModelFiles;
import org.serviceexchange.workshop.shipping.ShippedVersion;
import org.serviceexchange.workshop.shipping.ShippedVersion.Source;
import org.serviceexchange.workshop.shipping.ShippedVersion.State;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcShippedVersionsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final Map<String, byte[]> FILES = Map.of("a.bpmn", "<a/>".getBytes(UTF_8));

    static List<DataSource> databases() {
        return BothDatabases.named("shipped_versions");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsVersionsWithTheirFiles(DataSource database) {
        JdbcShippedVersions versions = empty(database);
        assertThat(versions.inUse()).isEmpty();
        ShippedVersion first = accepted("PMV0001001", 1);
        ShippedVersion second = accepted("PMV0001002", 3);
        ShippedVersion third = accepted("PMV0001003", 2);
        ShippedVersion refused = version(
                "PMV0001004", State.REFUSED, null, null, List.of(LocalizedMessage.of("workshop.check.form", "x")));
        for (ShippedVersion one : List.of(first, second, third)) {
            versions.add(one, FILES);
        }
        versions.add(refused, Map.of());
        assertThat(versions.all()).containsExactly(refused, third, second, first);
        assertThat(versions.inUse()).contains(second);
        assertThat(versions.find("PMV0001004")).contains(refused);
        assertThat(versions.find("PMV0009999")).isEmpty();
        assertThat(versions.isMade("decision-PMV0001003")).isTrue();
        assertThat(versions.isMade("decision-PMV0001004")).isFalse();
        ModelFiles files = versions.files(first);
        assertThat(files.model("a.bpmn")).isEqualTo("<a/>");
        assertThat(files.reason()).isEqualTo("Why");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void noticesFilesAndRowsOfAnotherProgram(DataSource database) {
        JdbcShippedVersions versions = empty(database);
        ShippedVersion first = accepted("PMV0001001", 1);
        ShippedVersion other = accepted("PMV0001002", 2);
        versions.add(first, FILES);
        versions.add(other, Map.of("a.bpmn", "<evil/>".getBytes(UTF_8)));
        altered(() -> versions.files(other));
        JdbcClient.create(database)
                .sql("update process_version set turn = 9 where number = 'PMV0001001'")
                .update();
        altered(versions::inUse);
        assertThat(versions.all()).containsExactly(other);
    }

    private static void altered(Runnable read) {
        assertThatThrownBy(read::run)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.RECORD_ALTERED));
    }

    private static ShippedVersion accepted(String number, long turn) {
        return version(number, State.ACCEPTED, turn, "deployment", List.of());
    }

    private static ShippedVersion version(
            String number, State state, Long turn, String deployment, List<LocalizedMessage> findings) {
        return new ShippedVersion(
                number,
                Source.FOLDER,
                state,
                ModelFiles.of(FILES).fingerprint(),
                "decision-" + number,
                "Why",
                "ada",
                NOW,
                "bob",
                NOW.plusSeconds(1),
                turn,
                deployment,
                findings);
    }

    private static JdbcShippedVersions empty(DataSource database) {
        StoredVersions.empty(database);
        return StoredVersions.of(database, new Numbers() {
            @Override
            public String next(String prefix) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void lock(String prefix) {
                throw new UnsupportedOperationException();
            }
        });
    }
}
