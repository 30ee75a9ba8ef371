package org.serviceexchange.api;

/**
 * An answer that is given again when the same request comes again.
 *
 * @param status HTTP status
 * @param location address of what was created
 * @param body JSON
 */
public record IdempotencyRecord(int status, String location, String etag, String body) {}
