package org.serviceexchange.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.LandedDatabases;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** docs/operations.md as a runbook: each of its commands is run, or at least read as the program reads it. */
class RunbookTest {

    private static final Path DOCUMENT = Path.of("docs/operations.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^service-exchange (.*)$");
    private static final Pattern SETTING = Pattern.compile("--([a-z][a-z.-]*\\.[a-z.-]+)=");

    /** Commands that this test runs, in the order of the document. */
    private static final List<String> RUN =
            List.of("backup", "check-backup", "restore", "move-to-postgresql", "change-passphrase", "rotate-root-key");

    @TempDir
    private Path folder;

    private Path home;
    private final TestTerminal terminal = new TestTerminal();
    private int databases;

    @BeforeEach
    void instance() throws IOException {
        home = folder.resolve("home");
        LandedDatabases.unpack(LandedDatabases.newest(), "h2", "provider", home);
    }

    private static List<String> commands() throws IOException {
        return BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .flatMap(block -> COMMAND.matcher(block.group(2)).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void everyCommandDoesWhatTheRunbookSays() throws Exception {
        Files.writeString(folder.resolve("exchange-2"), "a passphrase of the operator\n");
        Set<String> run = new LinkedHashSet<>();
        for (String command : commands()) {
            List<String> words = new ArrayList<>(List.of(here(command).split(" ")));
            String name = words.get(0);
            if (!RUN.contains(name)) {
                continue;
            }
            if (name.equals("restore")) {
                words.add("--service-exchange.instance.home=" + emptyHome());
            } else if (words.stream().noneMatch(word -> word.contains("instance.home="))) {
                words.add("--service-exchange.instance.home=" + home);
            }
            if (name.equals("rotate-root-key")) {
                // What the text asks for after the second form of the command before
                words.add("--service-exchange.kmf.passphrase-file=" + folder.resolve("exchange-2"));
            }
            assertThat(terminal.run(words.toArray(String[]::new)))
                    .as(command + "\n" + terminal.err())
                    .isEqualTo(ExitCode.DONE);
            run.add(name);
        }
        assertThat(run).containsExactlyElementsOf(RUN);
    }

    /** With folders and a database of this test in place of those of the document. */
    private String here(String command) throws SQLException {
        try (Connection postgres =
                BothDatabases.postgres("runbook_" + databases++).getConnection()) {
            return command.replace("/var/backups", folder.toString())
                    .replace("/run/secrets", folder.toString())
                    .replaceAll(
                            "--spring.datasource.url=\\S+",
                            "--spring.datasource.url=" + postgres.getMetaData().getURL())
                    .replace("username=exchange", "username=postgres");
        }
    }

    private Path emptyHome() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.copy(home.resolve("key-store.passphrase"), empty.resolve("key-store.passphrase"));
        return empty;
    }

    @Test
    void everyCommandIsOneOfTheProgramAndItsOptionsToo() throws IOException {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(RUN.size());
        CommandTree tree = new CommandTree(Locale.ENGLISH);
        for (String command : commands) {
            assertThat(tree.parse(command.split(" ")).hasSubcommand())
                    .as(command)
                    .isTrue();
        }
    }

    @Test
    void everySettingOfACommandLineExists() throws IOException {
        String document = Files.readString(DOCUMENT);
        Set<String> named = BLOCK.matcher(document)
                .results()
                .flatMap(block -> SETTING.matcher(block.group(2)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(named).hasSizeGreaterThan(4).allSatisfy(name -> {
            assertThat(ConfigurationPropertyName.isValid(name)).isTrue();
            String group = name.substring(0, name.lastIndexOf('.'));
            String own = name.substring(name.lastIndexOf('.'));
            assertThat(document)
                    .containsPattern("`" + Pattern.quote(name) + "`|`" + Pattern.quote(group) + "[^|]*`"
                            + Pattern.quote(own) + "`");
        });
    }
}
