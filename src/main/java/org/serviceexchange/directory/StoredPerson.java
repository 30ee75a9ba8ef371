package org.serviceexchange.directory;

/**
 * Names and e-mail address of a user as they are stored; those of earlier versions may break today's rules.
 *
 * @param mail e-mail address, empty if none
 */
public record StoredPerson(String userId, String firstName, String lastName, String mail) {}
