package org.serviceexchange.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.api.ApiRecords;
import org.serviceexchange.api.ApiTest;
import org.serviceexchange.api.ApiWorld;
import org.serviceexchange.api.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** docs/cli.md: its examples do what they say, and its help is that of the program; {@code -Dcli.write} renews that. */
@ApiTest
class CommandLineDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/cli.md");
    private static final String GENERATED =
            "<!-- From here on: ./mvnw test -Dtest=CommandLineDocumentTest -Dcli.write -->\n";
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^service-exchange (.*)$");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");
    private static final Pattern NUMBER = Pattern.compile("REG[0-9]{7}");

    @LocalServerPort
    int port;

    @Autowired
    ApiWorld world;

    @Autowired
    ApiRecords records;

    private final TestTerminal terminal = new TestTerminal();

    @AfterEach
    void clear() {
        records.clear();
    }

    @Test
    void hasTheHelpOfEveryCommand() throws IOException {
        String document = Files.readString(DOCUMENT);
        String written = document.substring(0, document.indexOf(GENERATED) + GENERATED.length());
        StringBuilder help = new StringBuilder(written);
        for (String command : List.of("", "connections")) {
            help.append(section(command));
        }
        Stream.of(
                        RegistrationCommands.all(),
                        RecordCommands.all(),
                        ConnectionCommands.all(),
                        ProofCommands.all(),
                        ModelCommands.all(),
                        BackupCommands.all(),
                        InstanceCommands.all())
                .flatMap(List::stream)
                .map(Command::path)
                .sorted(Comparator.comparing((String path) -> path.startsWith("connections ")))
                .forEach(path -> help.append(section(path)));
        if (System.getProperty("cli.write") != null) {
            Files.writeString(DOCUMENT, help);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(help.toString());
    }

    private String section(String command) {
        terminal.run(("help " + command).strip().split(" "));
        return "\n### " + (command.isEmpty() ? "All" : command) + "\n```\n" + terminal.out() + "```\n";
    }

    @Test
    void hasExamplesThatDoWhatTheySay() throws IOException {
        terminal.environment.put("SX_URL", "http://localhost:" + port);
        terminal.environment.put(
                "SX_TOKEN", world.token("examples", Scope.OPERATE).text());
        records.liveConsumer("REG0009290", "CCN0009290");
        ApiWorld.Order order = world.order();
        String registration = "REG0001001";
        List<String> examples = examples();
        assertThat(examples).hasSizeGreaterThan(12);
        for (String example : examples) {
            String command = example.replace("CMP0001001", order.companyId())
                    .replace("mia", order.contactId())
                    .replace("https://consumer.example.com", order.consumerUrl())
                    .replace("REG0001001", registration)
                    .replace("CCN0001001", "CCN0009290");
            ExitCode code = terminal.run(words(command));
            boolean asksWhoIsNotThere =
                    command.startsWith("connections health") || command.startsWith("connections test");
            assertThat(code)
                    .as(command + terminal.err())
                    .isEqualTo(asksWhoIsNotThere ? ExitCode.FAILED : ExitCode.DONE);
            if (command.startsWith("register")) {
                registration = NUMBER.matcher(terminal.out())
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group();
            }
        }
    }

    private static List<String> examples() throws IOException {
        String document = Files.readString(DOCUMENT);
        return EXAMPLE.matcher(document.substring(0, document.indexOf(GENERATED)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toArray(String[]::new);
    }
}
