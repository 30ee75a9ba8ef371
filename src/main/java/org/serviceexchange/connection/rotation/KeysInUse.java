package org.serviceexchange.connection.rotation;

import java.time.Instant;

/**
 * The keys that protect what a connection sends.
 *
 * @param madeAt when they were agreed
 * @param expiresAt when they should have been replaced
 * @param rotationDue when they are rotated by themselves
 * @param old whether that did not happen in time, so that they are about to expire
 */
public record KeysInUse(Instant madeAt, Instant expiresAt, Instant rotationDue, boolean old) {}
