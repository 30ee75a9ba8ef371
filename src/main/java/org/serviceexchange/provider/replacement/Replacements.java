package org.serviceexchange.provider.replacement;

import java.util.Optional;

/** Which registrations replace the connection of an earlier one. */
public interface Replacements {

    /** Number of the registration whose connection this one replaces; empty if it replaces none. */
    Optional<String> replacedBy(String number);

    void add(String number, String replaced);
}
