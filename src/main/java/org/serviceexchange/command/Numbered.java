package org.serviceexchange.command;

import java.util.Map;

/**
 * Where the API keeps the record of a number.
 *
 * @param path below the root of the API
 */
record Numbered(String number, String path) {

    private static final String CONSUMERS = "consumer-connections";
    private static final String PROVIDERS = "provider-connections";
    private static final Map<String, String> PLACES =
            Map.of("REG", "registrations", "CCN", CONSUMERS, "PCN", PROVIDERS);

    /** The record with this number; refused if the number is none. */
    static Numbered of(String number) {
        if (!number.matches("(REG|CCN|PCN)[0-9]{7,9}")) {
            throw CommandFailure.usage("command.noNumber", number);
        }
        return new Numbered(number, PLACES.get(number.substring(0, 3)) + "/" + number);
    }

    static Numbered registration(String number) {
        Numbered known = of(number);
        if (!number.startsWith("REG")) {
            throw CommandFailure.usage("command.noRegistration", number);
        }
        return known;
    }

    static Numbered connection(String number) {
        Numbered known = of(number);
        if (number.startsWith("REG")) {
            throw CommandFailure.usage("command.noConnection", number);
        }
        return known;
    }
}
