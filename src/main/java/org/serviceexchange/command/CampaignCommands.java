package org.serviceexchange.command;

import static org.serviceexchange.command.Command.OF_THE_INSTANCE;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands for the rotation of the keys of many connections. */
final class CampaignCommands {

    private static final String PATH = "campaign";

    private CampaignCommands() {}

    static List<Command> all() {
        return List.of(
                new Command("campaign show", List.of(), List.of(), OF_THE_INSTANCE, CampaignCommands::show),
                new Command("campaign start", List.of(), List.of(), OF_THE_INSTANCE, CampaignCommands::start)
                        .with(Option.CANARIES, Option.PER_HOUR, Option.STOP_AFTER, Option.CONNECTIONS)
                        .with(Option.IDEMPOTENCY_KEY),
                new Command("campaign stop", List.of(), List.of(), OF_THE_INSTANCE, CampaignCommands::stop));
    }

    private static ExitCode show(Invocation invocation) {
        invocation.output().resource(invocation.api().get(PATH).json());
        return ExitCode.DONE;
    }

    private static ExitCode start(Invocation invocation) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("canaries", number(invocation, Option.CANARIES, "3"));
        order.put("perHour", number(invocation, Option.PER_HOUR, "60"));
        order.put("stopAfter", number(invocation, Option.STOP_AFTER, "3"));
        order.put(
                "connections",
                Arrays.stream(invocation.value(Option.CONNECTIONS).orElse("").split("[\\s,]+"))
                        .filter(number -> !number.isEmpty())
                        .toList());
        return RecordCommands.once(invocation, PATH, order);
    }

    private static long number(Invocation invocation, Option option, String otherwise) {
        String typed = invocation.value(option).orElse(otherwise);
        if (!typed.matches("[0-9]{1,6}")) {
            throw CommandFailure.usage("command.noCount", option.flag(), typed);
        }
        return Long.parseLong(typed);
    }

    private static ExitCode stop(Invocation invocation) {
        invocation
                .output()
                .resource(invocation
                        .api()
                        .send("POST", PATH + "/stop", null, Map.of())
                        .json());
        return ExitCode.DONE;
    }
}
