package org.serviceexchange.provider.registration;

/**
 * An admin's order for a registration, not yet validated.
 *
 * @param consumerUrl as typed
 * @param requestedBy user name of the admin
 */
public record RegistrationOrder(String companyId, String contactId, String consumerUrl, String requestedBy) {}
