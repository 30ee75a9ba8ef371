package org.serviceexchange.command;

import static org.serviceexchange.command.Command.OF_THE_INSTANCE;

import java.util.List;
import java.util.Map;

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
                        .with(Option.GO_ON_ANYWAY),
                new Command(
                                "change-contact",
                                List.of("NUMBER"),
                                List.of(Option.COMPANY, Option.CONTACT),
                                OF_THE_INSTANCE,
                                RegistrationCommands::changeContact)
                        .with(Option.IF_MATCH));
    }

    private static Command act(String name) {
        return Command.ofNumber(name, RecordCommands.act(name, Numbered::registration))
                .with(Option.IF_MATCH);
    }

    private static ExitCode register(Invocation invocation) {
        Map<String, String> order = Map.of(
                "companyId", invocation.value(Option.COMPANY).orElseThrow(),
                "contactId", invocation.value(Option.CONTACT).orElseThrow(),
                "consumerUrl", invocation.value(Option.CONSUMER_URL).orElseThrow());
        return RecordCommands.once(invocation, "registrations", order);
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

    private static ExitCode changeContact(Invocation invocation) {
        Numbered numbered = Numbered.registration(invocation.parameters().get(0));
        Map<String, String> order = Map.of(
                "companyId", invocation.value(Option.COMPANY).orElseThrow(),
                "contactId", invocation.value(Option.CONTACT).orElseThrow());
        invocation
                .output()
                .resource(invocation
                        .api()
                        .send("POST", numbered.path() + "/contact", order, RecordCommands.ifMatch(invocation))
                        .json());
        return ExitCode.DONE;
    }
}
