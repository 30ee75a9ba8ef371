package org.serviceexchange.platform.measure;

import java.util.List;
import java.util.Map;

/**
 * Values that are read together, mostly from the database. They are those of the whole instance, however many nodes it has:
 * every node shows the same. The number of statements must not depend on how many records there are.
 */
public interface SampleSource {

    /** Everything that can have a value; always the same list. */
    List<SampledGauge> gauges();

    /** The values now; what is missing is 0. */
    Map<SampledGauge, Double> sample();
}
