package org.serviceexchange.provider.registration;

import java.time.Instant;

/** A person's decision: the immutable user name, and the time. */
public record Decision(String userId, Instant at) {}
