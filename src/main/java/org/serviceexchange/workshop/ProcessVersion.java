package org.serviceexchange.workshop;

import java.time.Instant;

/**
 * A version of a process that was deployed.
 *
 * @param id of the definition
 * @param key id of the process in the model
 * @param name of the process in the model
 * @param number counted by the engine, from 1
 * @param tag the {@code versionTag} of the model; empty if it has none
 * @param deployment id of the deployment that brought it
 * @param cases how many run on it
 * @param stopped how many of their steps failed for good
 */
public record ProcessVersion(
        String id,
        String key,
        String name,
        int number,
        String tag,
        String deployment,
        Instant deployedAt,
        int cases,
        int stopped) {}
