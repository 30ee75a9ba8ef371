package org.serviceexchange.command;

import static org.serviceexchange.command.Command.OF_THE_INSTANCE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands for connections, the same for those to consumers (CCN) and to providers (PCN). */
final class ConnectionCommands {

    private static final int NOTHING_WRONG = 100;
    private static final String CONSUMERS = "consumers";
    private static final String PROVIDERS = "providers";
    private static final List<String> WELL = List.of("UP", "SLOW", "SUSPENDED", "MAINTENANCE");
    private static final List<String> COLUMNS =
            List.of("number", "state", "pendingOn", "registration", "companyId", "keyId");

    private ConnectionCommands() {}

    static List<Command> all() {
        return List.of(
                new Command("connections list", List.of(), List.of(), OF_THE_INSTANCE, ConnectionCommands::list)
                        .with(Option.SIDE, Option.STATE, Option.ALL),
                new Command(
                        "connections health",
                        List.of("[NUMBER]"),
                        List.of(),
                        OF_THE_INSTANCE,
                        ConnectionCommands::health),
                Command.ofNumber("connections diagnostics", RecordCommands.file("diagnostics", Numbered::connection))
                        .with(Option.OUTPUT),
                Command.ofNumber("connections test", ConnectionCommands::test),
                Command.ofNumber("connections rotate", RecordCommands.act("rotate", Numbered::connection))
                        .with(Option.IF_MATCH),
                new Command(
                        "connections suspend",
                        List.of("NUMBER"),
                        List.of(Option.REASON, Option.UNTIL),
                        OF_THE_INSTANCE,
                        rest("suspend", Option.UNTIL)),
                new Command(
                        "connections maintenance",
                        List.of("NUMBER"),
                        List.of(Option.REASON, Option.FROM, Option.UNTIL),
                        OF_THE_INSTANCE,
                        rest("maintenance", Option.FROM, Option.UNTIL)),
                Command.ofNumber("connections resume", RecordCommands.act("resume", Numbered::connection)),
                new Command(
                                "connections address",
                                List.of("NUMBER"),
                                List.of(Option.PARTNER_URL),
                                OF_THE_INSTANCE,
                                ConnectionCommands::address)
                        .with(Option.IF_MATCH),
                Command.ofNumber("connections off-board", ConnectionCommands::offBoard)
                        .with(Option.REASON, Option.PREVIEW, Option.IF_MATCH));
    }

    private static ExitCode list(Invocation invocation) {
        String side = invocation.value(Option.SIDE).orElse("");
        if (!side.isEmpty() && !side.equals(CONSUMERS) && !side.equals(PROVIDERS)) {
            throw CommandFailure.usage("command.noSide", side);
        }
        List<String> paths = switch (side) {
            case CONSUMERS -> List.of("consumer-connections");
            case PROVIDERS -> List.of("provider-connections");
            default -> List.of("consumer-connections", "provider-connections");
        };
        if (side.isEmpty() && invocation.has(Option.STATE)) {
            throw CommandFailure.usage("command.stateOfSide", Option.STATE.flag(), Option.SIDE.flag());
        }
        Lists.print(invocation, paths, COLUMNS);
        return ExitCode.DONE;
    }

    /** Without a number, of all connections: failed unless nothing is wrong. */
    private static ExitCode health(Invocation invocation) {
        if (invocation.parameters().isEmpty()) {
            ApiAnswer answer = invocation.api().get("connections-health");
            invocation.output().resource(answer.json());
            return answer.json().path("score").asInt() == NOTHING_WRONG ? ExitCode.DONE : ExitCode.FAILED;
        }
        return healthOfOne(invocation);
    }

    /** Failed unless the other side is there, or is away as somebody planned. */
    private static ExitCode healthOfOne(Invocation invocation) {
        Numbered numbered = Numbered.connection(invocation.parameters().get(0));
        ApiAnswer answer = invocation.api().get(numbered.path() + "/health");
        invocation.output().resource(answer.json());
        return WELL.contains(answer.state()) ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Failed if the other side did not answer. */
    private static ExitCode test(Invocation invocation) {
        Numbered numbered = Numbered.connection(invocation.parameters().get(0));
        ApiAnswer answer = invocation.api().send("POST", numbered.path() + "/test", null, Map.of());
        invocation.output().resource(answer.json());
        return answer.json().at("/outbound/unanswered").asInt() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Lets a connection rest; the members of the order are named like the options. */
    private static Command.Act rest(String name, Option... times) {
        return invocation -> {
            Numbered numbered = Numbered.connection(invocation.parameters().get(0));
            Map<String, String> order = new LinkedHashMap<>();
            order.put("reason", invocation.value(Option.REASON).orElseThrow());
            for (Option time : times) {
                order.put(time.flag().substring(2), invocation.value(time).orElseThrow());
            }
            ApiAnswer answer = invocation.api().send("POST", numbered.path() + "/" + name, order, Map.of());
            invocation.output().resource(answer.json());
            return ExitCode.DONE;
        };
    }

    private static ExitCode address(Invocation invocation) {
        Numbered numbered = Numbered.connection(invocation.parameters().get(0));
        Map<String, String> order =
                Map.of("url", invocation.value(Option.PARTNER_URL).orElseThrow());
        ApiAnswer answer =
                invocation.api().send("POST", numbered.path() + "/address", order, RecordCommands.ifMatch(invocation));
        invocation.output().resource(answer.json());
        return ExitCode.DONE;
    }

    private static ExitCode offBoard(Invocation invocation) {
        String path = Numbered.connection(invocation.parameters().get(0)).path() + "/off-board";
        if (invocation.has(Option.PREVIEW)) {
            invocation.output().resource(invocation.api().get(path).json());
            return ExitCode.DONE;
        }
        Map<String, String> order = invocation
                .value(Option.REASON)
                .map(reason -> Map.of("reason", reason))
                .orElseThrow(
                        () -> CommandFailure.usage("command.noReason", Option.REASON.flag(), Option.PREVIEW.flag()));
        invocation
                .output()
                .resource(invocation
                        .api()
                        .send("POST", path, order, RecordCommands.ifMatch(invocation))
                        .json());
        return ExitCode.DONE;
    }
}
