package org.serviceexchange.rehearsal.engine;

import java.time.Instant;

/**
 * A job of an engine that was not yet done.
 *
 * @param instance id of the process instance; empty for jobs of the engine itself
 * @param element id of the element that it takes on or whose time it is; empty if unknown
 * @param due long ago if it is due at once
 */
public record PendingJob(String id, String instance, String element, Instant due) {}
