package org.serviceexchange.platform.engine;

import java.util.List;

/**
 * What {@code live-page.js} asks for: where a process stands, and whether its page has something new to show.
 *
 * @param state the state in words
 * @param moving whether anything can still happen by itself
 * @param version changes whenever the page has something new to show
 * @param active as in {@link ProcessPosition}
 * @param passed as in {@link ProcessPosition}
 * @param stuck as in {@link ProcessPosition}
 * @param here as in {@link ProcessPosition}
 */
public record ProcessStatus(
        String state,
        boolean moving,
        String version,
        List<String> active,
        List<String> passed,
        List<String> stuck,
        List<String> here) {

    /** The status of a process that stands at this position; {@code shown} is what its page shows. */
    public static ProcessStatus at(ProcessPosition position, String state, boolean moving, List<?> shown) {
        return new ProcessStatus(
                state,
                moving,
                Integer.toHexString(shown.hashCode()),
                position.active(),
                position.passed(),
                position.stuck(),
                position.here());
    }
}
