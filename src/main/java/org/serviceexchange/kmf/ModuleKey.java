package org.serviceexchange.kmf;

import java.time.Instant;

/**
 * What is known about a key of a module, without the key itself.
 *
 * @param label what the module calls the key; empty if a version before labels made it
 * @param active whether it protects what is sent now
 * @param expiresAt when it should have been replaced
 */
public record ModuleKey(String purpose, String label, boolean active, Instant createdAt, Instant expiresAt) {}
