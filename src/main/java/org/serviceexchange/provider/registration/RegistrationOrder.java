package org.serviceexchange.provider.registration;

import java.util.Map;

/**
 * An admin's order for a registration, not yet validated.
 *
 * @param consumerUrl as typed
 * @param requestedBy user name of the admin
 * @param own values of own fields of the start form, by the names of the fields
 */
public record RegistrationOrder(
        String companyId, String contactId, String consumerUrl, String requestedBy, Map<String, String> own) {

    public RegistrationOrder {
        own = Map.copyOf(own);
    }

    /** An order without own fields. */
    public RegistrationOrder(String companyId, String contactId, String consumerUrl, String requestedBy) {
        this(companyId, contactId, consumerUrl, requestedBy, Map.of());
    }
}
