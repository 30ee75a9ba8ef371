package org.serviceexchange.provider.registration;

import java.time.Instant;

/** What a person did, by immutable user name, and when. */
public record Decision(String userId, Instant at) {}
