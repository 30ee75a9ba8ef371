package org.serviceexchange.provider.validation;

import java.time.Instant;

/**
 * An admin's decision to go on although the consumer instance could not be checked.
 *
 * @param consumerUrl the address that was not checked; the decision counts for no other
 * @param userId user name of the admin
 */
public record Waiver(String registration, String consumerUrl, String userId, Instant at) {}
