package org.serviceexchange.platform.engine;

import java.time.Instant;
import java.util.Optional;
import org.serviceexchange.platform.problem.Finding;

/**
 * How the current steps of a process failed; both are empty if none did.
 *
 * @param reason why, as the engine keeps it
 * @param nextTry when the failed step is tried again by itself; empty if it waits for a person
 */
public record StepFailure(Optional<Finding> reason, Optional<Instant> nextTry) {}
