package org.serviceexchange.platform.engine;

import java.util.Map;

/** Decides when the instance starts which models are deployed. */
public interface ModelsAtStart {

    /** @param ofTheApplication the files that came with the application, by name */
    void decide(Map<String, byte[]> ofTheApplication);
}
