package org.serviceexchange.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says without an instance: help, mistakes, completion, and what it never does with a token. */
class CommandLineProgramTest {

    @TempDir
    private Path folder;

    private final TestTerminal terminal = new TestTerminal();

    @Test
    void isWhatDoesNotBeginLikeASetting() {
        assertThat(CommandLineProgram.isNamed("list")).isTrue();
        assertThat(CommandLineProgram.isNamed("--help")).isTrue();
        assertThat(CommandLineProgram.isNamed("--server.port=8080", "list")).isFalse();
        assertThat(CommandLineProgram.isNamed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void showsAllCommandsWithTheExitCodes(String asked) {
        assertThat(terminal.run(asked)).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out())
                .startsWith("Usage: java -jar service-exchange.jar [-h] COMMAND\n")
                .containsPattern(
                        "  wait-for-state +Wait until a registration or connection is in one of these states\\.")
                .contains("  5   No answer, or none that decides; the same command may succeed later.");
    }

    @Test
    void explainsOneCommandInBothWaysAndLanguages() {
        terminal.run("help", "connections", "off-board");
        String help = terminal.out();
        assertThat(help)
                .contains("java -jar service-exchange.jar connections off-board", "--reason=TEXT", "NUMBER")
                .contains("End a live connection. This cannot be undone.");
        terminal.run("connections", "off-board", "--help");
        assertThat(terminal.out()).isEqualTo(help);
        terminal.language = Locale.GERMAN;
        terminal.run("help", "connections", "off-board");
        assertThat(terminal.out()).startsWith("Aufruf: ").contains("Eine Verbindung per Off-Boarding beenden.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "regster --company=x|\"regster\" is not known here. Did you mean register?",
                "connections of-board CCN0001001|\"of-board\" is not known here. Did you mean off-board?",
                "list --jsn|\"--jsn\" is not known here. Did you mean --json?",
                "register --company=CMP1|This is missing: --contact, --consumer-url.",
                "wait-for-state REG0001001|This is missing: STATE.",
                "verify-evidence|This is missing: FILE.",
                "list|Name the instance, with --url or in the variable SX_URL.",
                "list --url=localhost|\"localhost\" is no base URL of an instance, such as https://provider.example.com.",
                "list --url=http://provider.example.com|\"http://provider.example.com\" is refused, because a token would"
                        + " cross the network readable. Use https.",
                "show REG1 --url=https://x.example|\"REG1\" is no number of a registration (REG…) or connection (CCN…,"
                        + " PCN…).",
                "cancel CCN0001001 --url=https://x.example|\"CCN0001001\" is no number of a registration (REG…).",
                "connections test REG0001001 --url=https://x.example|\"REG0001001\" is no number of a connection (CCN…,"
                        + " PCN…).",
                "completion fish|\"fish\" is none of: bash, zsh.",
                "connections list --state=ACTIVE|--state needs --side, because the two sides have different states.",
                "connections off-board CCN0001001|Give a reason with --reason, or look first with --preview.",
                "wait-for-state REG0001001 OPEN --timeout=soon|--timeout is a number of seconds, not \"soon\".",
            })
    void saysWhatIsWrongWithACommand(String typed, String sentence) {
        assertThat(terminal.run(typed.split(" "))).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err().lines()).first().isEqualTo(sentence);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void wantsATokenWhereNobodyElseSeesIt() throws IOException {
        assertThat(terminal.run("list", "--url=https://x.example")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .startsWith("Give a token in the variable SX_TOKEN, or in a file with --token-file or the variable");
        assertThat(terminal.run("list", "--token=sxt_secret"))
                .as("never an argument")
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.run("list", "--url=https://x.example", "--token-file=" + folder.resolve("none")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("none cannot be used: ");
        Path broken = Files.writeString(folder.resolve("token"), "two lines\nof text\n");
        terminal.run("list", "--url=https://x.example", "--token-file=" + broken);
        assertThat(terminal.err()).isEqualTo("The token is not one line of letters and digits.\n");
    }

    @Test
    void speaksTheLanguageOfTheVariables() {
        assertThat(CommandLineProgram.language(Map.of("LANG", "de_AT.UTF-8"))).isEqualTo(Locale.GERMAN);
        assertThat(CommandLineProgram.language(Map.of("LANG", "de_DE", "LC_ALL", "C")))
                .isEqualTo(Locale.ENGLISH);
        assertThat(CommandLineProgram.language(Map.of("LANG", "fr_FR"))).isEqualTo(Locale.FRENCH);
        assertThat(CommandLineProgram.language(Map.of("LANG", "fi_FI"))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        terminal.environment.put("SX_TOKEN", "sxt_secret");
        String url;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + closed.getLocalPort();
        }
        assertThat(terminal.run(
                        "register", "--company=C", "--contact=c", "--consumer-url=https://c.example", "--url=" + url))
                .isEqualTo(ExitCode.UNREACHABLE);
        assertThat(terminal.err())
                .contains("repeat the command with --idempotency-key=", url + " cannot be reached: ")
                .doesNotContain("sxt_secret");
    }

    @ParameterizedTest
    @CsvSource({"302,5", "502,5", "200,5"})
    void takesNothingForAnAnswerThatIsNone(int status, int exit) throws IOException {
        terminal.environment.put("SX_TOKEN", "sxt_secret");
        List<String> asked = new ArrayList<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            byte[] page = "<html>A page of a proxy</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        proxy.start();
        try {
            String url = "http://localhost:" + proxy.getAddress().getPort();
            assertThat(terminal.run("list", "--url=" + url + "/").number()).isEqualTo(exit);
            assertThat(terminal.err())
                    .startsWith(url + " answered " + status + ", but not as an instance of Service Exchange.");
            assertThat(asked).as("the token goes nowhere else").containsExactly("/api/v1/registrations?limit=20");
        } finally {
            proxy.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"conn|connections", "connections te|test", "wait-for-state --ti|--timeout"})
    void completesInAShell(String typed, String completed) throws Exception {
        assumeThat(Path.of("/usr/bin/bash")).exists();
        terminal.run("completion", "bash");
        String script = terminal.out();
        String words = "service-exchange " + typed;
        Process shell = new ProcessBuilder(
                        "/usr/bin/bash",
                        "-c",
                        "compopt() { :; }\n" + script + "\nCOMP_WORDS=(" + words + "); COMP_CWORD="
                                + (words.split(" ").length - 1)
                                + "; COMP_LINE='" + words + "'; COMP_POINT=" + words.length()
                                + "\n$(complete -p service-exchange | sed 's/.*-F \\([^ ]*\\).*/\\1/') service-exchange"
                                + "\necho \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String found = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(found).isZero();
        assertThat(found.strip().split("[ =]")).contains(completed);
        assertThat(terminal.run("completion", "zsh")).isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).isEqualTo(script).contains("bashcompinit");
    }

    @Test
    void checksEvidenceWithoutAnInstance() throws IOException {
        assertThat(terminal.run("verify-evidence", "docs/evidence-example.jsonl"))
                .isEqualTo(ExitCode.DONE);
        assertThat(terminal.out()).contains("THE FILE STANDS");
        String cut = Files.readString(Path.of("docs/evidence-example.jsonl"))
                .lines()
                .limit(9)
                .reduce("", (a, b) -> a + b + "\n");
        Path file = Files.writeString(folder.resolve("cut.jsonl"), cut);
        assertThat(terminal.run("verify-evidence", file.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.run("verify-evidence", folder.resolve("none").toString()))
                .isEqualTo(ExitCode.USAGE);
    }
}
