package org.serviceexchange.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.serviceexchange.checker.CheckedStep;
import org.serviceexchange.checker.CounterExample;
import org.serviceexchange.checker.Proof;
import org.serviceexchange.checker.Property;
import org.serviceexchange.checker.ProveProcesses;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Proves processes, without an instance. */
final class ProofCommands {

    private ProofCommands() {}

    static List<Command> all() {
        return List.of(new Command(
                "prove-processes",
                List.of("FOLDER"),
                List.of(),
                List.of(Option.PICTURE, Option.JSON),
                ProofCommands::prove));
    }

    /** Failed unless everything is proved. */
    private static ExitCode prove(Invocation invocation) throws IOException {
        long started = System.nanoTime();
        Proof proof = proof(invocation.parameters().get(0));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        Terminal terminal = invocation.terminal();
        if (invocation.has(Option.JSON)) {
            Output.json(json(proof, millis, terminal.language()), terminal.out());
        } else {
            print(proof, millis, terminal);
        }
        Optional<String> picture = proof.picture(terminal.language());
        Optional<String> file = invocation.value(Option.PICTURE);
        if (picture.isPresent() && file.isPresent()) {
            Files.writeString(Path.of(file.get()), picture.get());
        }
        return proof.proved() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Proof proof(String folder) {
        try {
            Path path = Path.of(folder);
            if (!Files.isDirectory(path)) {
                throw new NotDirectoryException(folder);
            }
            return ProveProcesses.of(path);
        } catch (IOException | InvalidPathException unreadable) {
            throw CommandFailure.usage("command.noFile", folder, String.valueOf(unreadable.getMessage()));
        }
    }

    private static void print(Proof proof, long millis, Terminal terminal) {
        if (proof.proved()) {
            terminal.out()
                    .println(terminal.text(
                            "checker.proved", Property.values().length, proof.states(), proof.steps(), millis));
            return;
        }
        terminal.out().println(terminal.text("checker.notProved"));
        for (LocalizedMessage why : proof.unproved()) {
            terminal.out().println("- " + Output.harmless(terminal.text(why)));
        }
        for (CounterExample against : proof.against()) {
            terminal.out().println();
            terminal.out()
                    .println(terminal.text("checker.broken", against.property().sentence()));
            int number = 0;
            for (CheckedStep step : against.way()) {
                terminal.out().printf("%3d. %s%n", ++number, Output.harmless(step.in(terminal.language())));
            }
            terminal.out().println("  => " + Output.harmless(terminal.text(against.end())));
        }
    }

    private static ObjectNode json(Proof proof, long millis, Locale language) {
        ObjectNode json = ApiClient.JSON.createObjectNode();
        json.put("proved", proof.proved());
        json.put("states", proof.states());
        json.put("steps", proof.steps());
        json.put("milliseconds", millis);
        ArrayNode unproved = json.putArray("unproved");
        proof.unproved().forEach(why -> unproved.add(why.in(language)));
        ArrayNode all = json.putArray("against");
        for (CounterExample against : proof.against()) {
            ObjectNode one = all.addObject();
            one.put("property", against.property().name());
            one.put("says", against.property().sentence().in(language));
            ArrayNode way = one.putArray("way");
            against.way().forEach(step -> way.add(step.in(language)));
            one.put("end", against.end().in(language));
        }
        return json;
    }
}
