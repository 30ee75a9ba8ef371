package org.serviceexchange.connection.newcontact;

import java.time.Instant;

/**
 * The contact of a live connection since its last change.
 *
 * @param contact name of the person
 * @param company name of the company
 * @param since when the provider changed it, by the provider's clock
 */
public record NamedContact(String contact, String company, Instant since) {}
