package org.serviceexchange.connection.newcontact;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Contacts in memory. */
public final class MemoryNamedContacts implements NamedContacts {

    private final Map<String, NamedContact> rows = new HashMap<>();

    @Override
    public Optional<NamedContact> of(String number) {
        return Optional.ofNullable(rows.get(number));
    }

    @Override
    public void save(String number, NamedContact contact) {
        rows.put(number, contact);
    }
}
