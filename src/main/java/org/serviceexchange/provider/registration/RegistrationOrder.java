package org.serviceexchange.provider.registration;

/**
 * What an admin asks for.
 *
 * @param consumerUrl as typed
 * @param requestedBy user name of the admin
 */
public record RegistrationOrder(String companyId, String contactId, String consumerUrl, String requestedBy) {}
