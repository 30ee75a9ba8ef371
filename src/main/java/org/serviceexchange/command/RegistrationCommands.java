package org.serviceexchange.command;

import static org.serviceexchange.command.Command.OF_THE_INSTANCE;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Commands of a provider for its registrations. */
final class RegistrationCommands {

    private static final List<String> COLUMNS =
            List.of("number", "state", "pendingOn", "companyId", "contactId", "consumerUrl");

    private RegistrationCommands() {}

    static List<Command> all() {
        return List.of(
                new Command(
                                "register",
                                List.of(),
                                List.of(Option.COMPANY, Option.CONTACT, Option.CONSUMER_URL),
                                OF_THE_INSTANCE,
                                RegistrationCommands::register)
                        .with(Option.IDEMPOTENCY_KEY),
                new Command("list", List.of(), List.of(), OF_THE_INSTANCE, RegistrationCommands::list)
                        .with(Option.STATE, Option.ALL),
                act("resend"),
                act("cancel"),
                new Command(
                                "correct-address",
                                List.of("NUMBER"),
                                List.of(Option.CONSUMER_URL),
                                OF_THE_INSTANCE,
                                RegistrationCommands::correctAddress)
                        .with(Option.GO_ON_ANYWAY));
    }

    private static Command act(String name) {
        return Command.ofNumber(name, RecordCommands.act(name, Numbered::registration))
                .with(Option.IF_MATCH);
    }

    /** If no answer comes, the same key makes sure that a repetition creates no second registration. */
    private static ExitCode register(Invocation invocation) {
        String key = invocation
                .value(Option.IDEMPOTENCY_KEY)
                .orElseGet(() -> UUID.randomUUID().toString());
        Map<String, String> order = Map.of(
                "companyId", invocation.value(Option.COMPANY).orElseThrow(),
                "contactId", invocation.value(Option.CONTACT).orElseThrow(),
                "consumerUrl", invocation.value(Option.CONSUMER_URL).orElseThrow());
        try {
            invocation
                    .output()
                    .resource(invocation
                            .api()
                            .send("POST", "registrations", order, Map.of("Idempotency-Key", key))
                            .json());
        } catch (CommandFailure failure) {
            if (failure.code() == ExitCode.UNREACHABLE) {
                invocation.terminal().err().println(invocation.terminal().text("command.repeat", key));
            }
            throw failure;
        }
        return ExitCode.DONE;
    }

    private static ExitCode list(Invocation invocation) {
        Lists.print(invocation, List.of("registrations"), COLUMNS);
        return ExitCode.DONE;
    }

    private static ExitCode correctAddress(Invocation invocation) {
        Numbered numbered = Numbered.registration(invocation.parameters().get(0));
        Map<String, Object> order = Map.of(
                "consumerUrl", invocation.value(Option.CONSUMER_URL).orElseThrow(),
                "goOn", invocation.has(Option.GO_ON_ANYWAY));
        invocation
                .output()
                .resource(invocation
                        .api()
                        .send("POST", numbered.path() + "/address", order, Map.of())
                        .json());
        return ExitCode.DONE;
    }
}
