package org.serviceexchange.platform.measure;

import io.micrometer.core.instrument.Tags;

/**
 * A gauge whose value is read with others of its source.
 *
 * @param name such as {@code service-exchange.jobs.due}
 * @param tags that tell it from others of the same name
 * @param help what it says, in one sentence
 */
public record SampledGauge(String name, Tags tags, String help) {

    /** A gauge without tags. */
    public static SampledGauge of(String name, String help) {
        return new SampledGauge(name, Tags.empty(), help);
    }

    /** A gauge that one tag tells from others of the same name. */
    public static SampledGauge of(String name, String tag, String value, String help) {
        return new SampledGauge(name, Tags.of(tag, value), help);
    }
}
