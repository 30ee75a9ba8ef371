package org.serviceexchange.command;

import static org.serviceexchange.command.Command.OF_THE_INSTANCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Commands for whatever has a number: registrations and the connections of both sides. */
final class RecordCommands {

    private static final long DEFAULT_TIMEOUT = 600;
    private static final long DEFAULT_PAUSE = 2;
    private static final List<String> ENDS = List.of("CLOSED_INCOMPLETE", "OFF_BOARDED");

    private RecordCommands() {}

    static List<Command> all() {
        return List.of(
                Command.ofNumber("show", RecordCommands::show),
                new Command(
                                "wait-for-state",
                                List.of("NUMBER", "STATE..."),
                                List.of(),
                                OF_THE_INSTANCE,
                                RecordCommands::waitForState)
                        .with(Option.TIMEOUT, Option.EVERY),
                Command.ofNumber("retry", act("retry", Numbered::of)).with(Option.IF_MATCH),
                Command.ofNumber("evidence", file("evidence", Numbered::of)).with(Option.OUTPUT));
    }

    /** What the API does at once or a moment later, without a body; the record is printed as it is at that moment. */
    static Command.Act act(String name, Function<String, Numbered> of) {
        return invocation -> {
            Numbered numbered = of.apply(invocation.parameters().get(0));
            invocation
                    .output()
                    .resource(invocation
                            .api()
                            .send("POST", numbered.path() + "/" + name, null, ifMatch(invocation))
                            .json());
            return ExitCode.DONE;
        };
    }

    static Map<String, String> ifMatch(Invocation invocation) {
        return invocation
                .value(Option.IF_MATCH)
                .map(etag -> Map.of("If-Match", etag.equals("*") || etag.startsWith("\"") ? etag : '"' + etag + '"'))
                .orElse(Map.of());
    }

    /** Orders something new. If no answer comes, the same key makes sure that a repetition orders no second one. */
    static ExitCode once(Invocation invocation, String path, Object order) {
        String key = invocation
                .value(Option.IDEMPOTENCY_KEY)
                .orElseGet(() -> UUID.randomUUID().toString());
        try {
            invocation
                    .output()
                    .resource(invocation
                            .api()
                            .send("POST", path, order, Map.of("Idempotency-Key", key))
                            .json());
        } catch (CommandFailure failure) {
            if (failure.code() == ExitCode.UNREACHABLE) {
                invocation.terminal().err().println(invocation.terminal().text("command.repeat", key));
            }
            throw failure;
        }
        return ExitCode.DONE;
    }

    private static ExitCode show(Invocation invocation) {
        Numbered numbered = Numbered.of(invocation.parameters().get(0));
        ApiAnswer answer = invocation.api().get(numbered.path());
        invocation.output().resource(answer.json());
        if (!invocation.has(Option.JSON)) {
            invocation.terminal().out().println("etag  " + answer.etag());
        }
        return ExitCode.DONE;
    }

    /** Asks with the entity tag of the last answer, so that an unchanged record costs the instance next to nothing. */
    private static ExitCode waitForState(Invocation invocation) {
        List<String> typed = invocation.parameters();
        Numbered numbered = Numbered.of(typed.get(0));
        List<String> wanted = typed.subList(1, typed.size());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(invocation.seconds(Option.TIMEOUT, DEFAULT_TIMEOUT));
        long pause = TimeUnit.SECONDS.toMillis(Math.max(1, invocation.seconds(Option.EVERY, DEFAULT_PAUSE)));
        ApiAnswer last = invocation.api().get(numbered.path());
        while (!wanted.contains(last.state())) {
            if (ENDS.contains(last.state())) {
                throw new CommandFailure(
                        ExitCode.REFUSED,
                        LocalizedMessage.of("command.endedOtherwise", numbered.number(), last.state()));
            }
            if (System.nanoTime() - end >= 0) {
                throw new CommandFailure(
                        ExitCode.TIMEOUT, LocalizedMessage.of("command.timeout", numbered.number(), last.state()));
            }
            invocation.terminal().pause().accept(pause);
            ApiAnswer next = invocation.api().send("GET", numbered.path(), null, Map.of("If-None-Match", last.etag()));
            last = next.unchanged() ? last : next;
        }
        invocation.output().resource(last.json());
        return ExitCode.DONE;
    }

    /** A file about a record, to where a person says, or to the terminal. */
    static Command.Act file(String name, Function<String, Numbered> of) {
        return invocation -> {
            Numbered numbered = of.apply(invocation.parameters().get(0));
            return keep(invocation, invocation.api().file(numbered.path() + "/" + name));
        };
    }

    private static ExitCode keep(Invocation invocation, byte[] file) throws IOException {
        String target = invocation.value(Option.OUTPUT).orElse("");
        if (target.isEmpty()) {
            invocation.terminal().out().write(file);
            invocation.terminal().out().flush();
            return ExitCode.DONE;
        }
        try {
            write(Path.of(target), file);
        } catch (InvalidPathException noPath) {
            throw CommandFailure.usage("command.noFile", target, String.valueOf(noPath.getMessage()));
        }
        return ExitCode.DONE;
    }

    /** Into another file of the same folder first, so that an earlier file stays as it is until the new one is whole. */
    private static void write(Path target, byte[] content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            Files.write(target, content); // such as a device, which must not be replaced
            return;
        }
        Path place = Files.exists(target) ? target.toRealPath() : target;
        Path part = place.resolveSibling(place.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(part, content, StandardOpenOption.CREATE_NEW);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
