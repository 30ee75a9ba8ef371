package org.serviceexchange.kmf;

import java.time.Instant;

/**
 * The KMF has become operational, at start or after a repair, so processes that wait for it can check again at once.
 * Published in the thread and transaction of the health check that noticed; listeners must not rely on either.
 */
public record KmfBecameOperational(Instant at) {}
