package org.serviceexchange.kmf;

import java.time.Instant;

/**
 * The KMF has become operational, at start or after a repair, so that whoever waits can check again at once. Published in
 * the thread, and the transaction, that found it out; listeners must not rely on either.
 */
public record KmfBecameOperational(Instant at) {}
