package org.serviceexchange.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.serviceexchange.connection.evidence.VerifyEvidenceCommand;

/** Commands for an instance as a whole, and those that need none. */
final class InstanceCommands {

    private static final List<String> PARTS = List.of("liveness", "readiness");
    private static final List<String> SHELLS = List.of("bash", "zsh");

    private InstanceCommands() {}

    static List<Command> all() {
        return List.of(
                new Command("health", List.of(), List.of(), List.of(Option.URL, Option.JSON), InstanceCommands::health),
                new Command("verify-evidence", List.of("FILE"), List.of(), List.of(), InstanceCommands::verifyEvidence),
                new Command("completion", List.of("SHELL"), List.of(), List.of(), InstanceCommands::completion),
                new Command("help", List.of("[COMMAND...]"), List.of(), List.of(), InstanceCommands::help));
    }

    /** Failed unless the instance lives and is ready. */
    private static ExitCode health(Invocation invocation) {
        ObjectNode found = ApiClient.JSON.createObjectNode();
        PARTS.forEach(part -> found.put(part, invocation.anonymously().health(part)));
        invocation.output().resource(found);
        return PARTS.stream().allMatch(part -> found.path(part).asText().equals("UP"))
                ? ExitCode.DONE
                : ExitCode.FAILED;
    }

    private static ExitCode verifyEvidence(Invocation invocation) {
        Terminal terminal = invocation.terminal();
        return switch (VerifyEvidenceCommand.run(invocation.parameters().get(0), terminal.out(), terminal.language())) {
            case VerifyEvidenceCommand.STANDS -> ExitCode.DONE;
            case VerifyEvidenceCommand.FALLS -> ExitCode.FAILED;
            default -> ExitCode.USAGE;
        };
    }

    /** One script serves both shells. */
    private static ExitCode completion(Invocation invocation) {
        String shell = invocation.parameters().get(0);
        if (!SHELLS.contains(shell)) {
            throw CommandFailure.usage("command.noShell", shell, String.join(", ", SHELLS));
        }
        invocation.terminal().out().print(invocation.tree().completion());
        return ExitCode.DONE;
    }

    private static ExitCode help(Invocation invocation) {
        invocation.terminal().out().print(invocation.tree().help(invocation.parameters()));
        return ExitCode.DONE;
    }
}
