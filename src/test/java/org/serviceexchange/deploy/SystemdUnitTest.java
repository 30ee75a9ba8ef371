package org.serviceexchange.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceexchange.deploy.ManifestsTest.duration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.serviceexchange.ServiceExchangeApplication;

/** The unit for systemd names what this application has; systemd itself is asked by .ci/lint-units. */
class SystemdUnitTest {

    private static final Path UNIT = Path.of("docs/deploy/systemd/service-exchange.service");

    private static String unit;
    private static List<String> command;

    @BeforeAll
    static void read() throws IOException {
        unit = Files.readString(UNIT);
        command = List.of(value("ExecStart").split("\\s+"));
    }

    @Test
    void startsTheApplicationWithSettingsThatThereAre() throws IOException {
        assertThat(command).contains(ServiceExchangeApplication.class.getName());
        List<String> settings = command.stream()
                .filter(word -> word.startsWith("--"))
                .map(word -> word.substring(2, word.indexOf('=')))
                .toList();
        assertThat(settings).hasSize(3).allMatch(new KnownSettings()::has);
    }

    @Test
    void givesThePassphraseAsACredential() {
        assertThat(value("LoadCredential")).startsWith("passphrase:");
        assertThat(command).contains("--service-exchange.kmf.passphrase-file=%d/passphrase");
        assertThat(unit).doesNotContain("Environment");
    }

    @Test
    void keepsItsDataAndItsBackupsWhereItMayWrite() throws IOException {
        assertThat(value("ProtectSystem")).isEqualTo("strict");
        List<String> folders = List.of(value("StateDirectory").split(" "));
        assertThat(folders).hasSize(2);
        assertThat(command).contains("--service-exchange.instance.home=/var/lib/" + folders.get(0));
        assertThat(Files.readString(Path.of("docs/operations.md"))).contains("backup /var/lib/" + folders.get(1) + "/");
    }

    @Test
    void givesTheInstanceTheTimeThatItTakesToStop() throws IOException {
        var defaults = KnownSettings.of(Files.readString(Path.of("src/main/resources/application.yaml")));
        Duration longest = Stopping.longest(
                duration(defaults.getProperty("service-exchange.shutdown.notice")),
                duration(defaults.getProperty("spring.lifecycle.timeout-per-shutdown-phase")));
        assertThat(Duration.ofSeconds(Long.parseLong(value("TimeoutStopSec")))).isGreaterThanOrEqualTo(longest);
        assertThat(value("SuccessExitStatus")).isEqualTo("143");
    }

    @Test
    void isWhatTheDocumentationInstalls() throws IOException {
        String operations = Files.readString(Path.of("docs/operations.md"));
        assertThat(operations)
                .contains(
                        "docs/deploy/systemd/service-exchange.service",
                        "docs/deploy/systemd/service-exchange.sysusers.conf");
        assertThat(operations).contains(value("LoadCredential").split(":", -1)[1]);
    }

    private static String value(String key) {
        List<String> values = Pattern.compile("(?m)^" + key + "=((?:.*\\\\\\n)*.*)$")
                .matcher(unit)
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(values).as(key).hasSize(1);
        return values.get(0).substring(key.length() + 1).replace("\\\n", " ");
    }
}
