package org.serviceexchange.kmf.health;

import java.util.List;
import java.util.stream.Collectors;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Formats names of keys for a message. */
final class KeyNames {

    private KeyNames() {}

    /** The first names and how many more there are, as an argument of a message. */
    static Object of(List<KeyName> names, int atMost) {
        String first = names.stream().limit(atMost).map(KeyName::toString).collect(Collectors.joining(", "));
        return names.size() > atMost ? LocalizedMessage.of("kmf.found.andMore", first, names.size() - atMost) : first;
    }
}
