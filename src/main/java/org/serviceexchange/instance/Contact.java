package org.serviceexchange.instance;

/**
 * A user who belongs to a company.
 *
 * @param userId the immutable user name
 */
public record Contact(String userId, String companyId, String displayName, String mail, boolean active) {}
