package org.serviceexchange.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.serviceexchange.backup.BackupFolder;
import org.serviceexchange.backup.Manifest;
import org.serviceexchange.backup.Progress;
import org.serviceexchange.backup.local.RunningInstance;
import org.serviceexchange.backup.offline.OfflineInstance;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.core.NestedRuntimeException;

/** Commands for database and key store, on the machine of the instance and with its settings. */
final class BackupCommands {

    private static final String BACKUP = "BACKUP";
    private static final Pattern SETTING = Pattern.compile("--[a-z][a-z0-9-]*(\\.[a-zA-Z0-9\\[\\]-]+)+=.*");

    private BackupCommands() {}

    static List<Command> all() {
        return List.of(
                command("backup", List.of(BACKUP, Command.SETTINGS), BackupCommands::backup),
                command("check-backup", List.of(BACKUP, Command.SETTINGS), BackupCommands::check),
                command("restore", List.of(BACKUP, Command.SETTINGS), BackupCommands::restore),
                command("move-to-postgresql", List.of(Command.SETTINGS), BackupCommands::move),
                command("change-passphrase", List.of(Command.SETTINGS), BackupCommands::changePassphrase)
                        .with(Option.NEW_PASSPHRASE_FILE),
                command("rotate-root-key", List.of(Command.SETTINGS), BackupCommands::rotateRootKey));
    }

    private static Command command(String name, List<String> parameters, Work work) {
        return new Command(name, parameters, List.of(), List.of(), invocation -> run(invocation, work));
    }

    /** What such a command does with the instance of the settings. */
    @FunctionalInterface
    private interface Work {
        ExitCode with(OfflineInstance instance, Invocation invocation) throws IOException;
    }

    private static ExitCode run(Invocation invocation, Work work) throws IOException {
        List<String> typed = invocation.parameters();
        List<String> settings =
                typed.stream().filter(word -> SETTING.matcher(word).matches()).toList();
        typed.stream()
                .filter(word -> word.startsWith("-") && !settings.contains(word))
                .findFirst()
                .ifPresent(word -> {
                    throw CommandFailure.usage("command.unknown", word);
                });
        return atRest(settings, work, invocation);
    }

    private static ExitCode atRest(List<String> settings, Work work, Invocation invocation) throws IOException {
        try (OfflineInstance instance = new OfflineInstance(settings)) {
            return work.with(instance, invocation);
        } catch (Problem refused) {
            throw new CommandFailure(ExitCode.REFUSED, refused.message());
        } catch (NestedRuntimeException e) {
            // Such as a setting that cannot be read, or a database that does not answer
            throw new CommandFailure(
                    ExitCode.FAILED,
                    LocalizedMessage.of(
                            "command.failed",
                            String.valueOf(e.getMostSpecificCause().getMessage())));
        }
    }

    /** The instance does it while it runs, because no other program can read an embedded database then. */
    private static ExitCode backup(OfflineInstance instance, Invocation invocation) throws IOException {
        Terminal terminal = invocation.terminal();
        Path folder = folder(invocation);
        Optional<RunningInstance.Answer> answer =
                new RunningInstance(instance.home()).takeBackup(folder, terminal.language(), terminal.err()::println);
        if (answer.isPresent()) {
            boolean done = answer.get().done();
            if (done && !new BackupFolder(folder).isThere()) {
                terminal.err().println(terminal.text("backup.elsewhere", folder));
                return ExitCode.FAILED;
            }
            (done ? terminal.out() : terminal.err()).println(answer.get().text());
            return done ? ExitCode.DONE : ExitCode.REFUSED;
        }
        Manifest made = instance.takeBackup(folder, progress(terminal));
        terminal.out().println(terminal.text("backup.taken", folder, made.rows(), made.schema()));
        return ExitCode.DONE;
    }

    private static ExitCode check(OfflineInstance instance, Invocation invocation) {
        BackupFolder backup = new BackupFolder(folder(invocation));
        List<LocalizedMessage> found = instance.check(backup);
        describe(backup.manifest(), invocation.terminal());
        return told(found, invocation.terminal());
    }

    private static ExitCode restore(OfflineInstance instance, Invocation invocation) throws IOException {
        Terminal terminal = invocation.terminal();
        BackupFolder backup = new BackupFolder(folder(invocation));
        List<LocalizedMessage> found = instance.check(backup);
        describe(backup.manifest(), terminal);
        if (!found.isEmpty()) {
            return told(found, terminal);
        }
        instance.restore(backup, progress(terminal));
        terminal.out().println(terminal.text("backup.restored"));
        return ExitCode.DONE;
    }

    private static ExitCode move(OfflineInstance instance, Invocation invocation) {
        Terminal terminal = invocation.terminal();
        if (!instance.hasPostgresql()) {
            throw CommandFailure.usage("backup.noPostgresql", "spring.datasource.url");
        }
        String schema = instance.moveToPostgresql(progress(terminal));
        terminal.out().println(terminal.text("backup.moved", schema));
        return ExitCode.DONE;
    }

    private static ExitCode changePassphrase(OfflineInstance instance, Invocation invocation) {
        Path file = instance.changePassphrase(
                invocation.value(Option.NEW_PASSPHRASE_FILE).map(Path::of).orElse(null));
        invocation.terminal().out().println(invocation.terminal().text("backup.passphrase", file));
        return ExitCode.DONE;
    }

    private static ExitCode rotateRootKey(OfflineInstance instance, Invocation invocation) {
        String id = instance.rotateRootKey();
        invocation.terminal().out().println(invocation.terminal().text("backup.rootKey", id));
        return ExitCode.DONE;
    }

    private static void describe(Manifest manifest, Terminal terminal) {
        terminal.out()
                .println(Output.harmless(terminal.text(
                        "backup.described",
                        manifest.takenAt(),
                        manifest.product(),
                        manifest.schema(),
                        manifest.tables().size(),
                        manifest.rows())));
    }

    private static ExitCode told(List<LocalizedMessage> found, Terminal terminal) {
        found.forEach(finding -> terminal.err().println(Output.harmless(terminal.text(finding))));
        if (found.isEmpty()) {
            terminal.out().println(terminal.text("backup.fits"));
        }
        return found.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Progress progress(Terminal terminal) {
        return (table, rows) -> terminal.err().println(table + " " + rows);
    }

    private static Path folder(Invocation invocation) {
        String name = invocation.parameters().get(0);
        try {
            return Path.of(name).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw CommandFailure.usage("command.noFolder", name);
        }
    }
}
