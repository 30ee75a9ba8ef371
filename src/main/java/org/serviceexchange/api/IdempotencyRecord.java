package org.serviceexchange.api;

/**
 * A stored response, which is sent again when the same request is repeated.
 *
 * @param status HTTP status
 * @param location path of the created resource
 * @param etag entity tag, in quotes
 * @param body JSON
 */
public record IdempotencyRecord(int status, String location, String etag, String body) {}
