package org.serviceexchange.platform.engine;

import java.util.List;

/**
 * The data that {@code live-page.js} polls: the position of a process, and whether its page has something new to
 * show.
 *
 * @param state the state as text
 * @param moving whether something can still change; for a connection that lives, always
 * @param version changes whenever the page has something new to show
 * @param active as in {@link ProcessPosition}
 * @param passed as in {@link ProcessPosition}
 * @param stuck as in {@link ProcessPosition}
 * @param here as in {@link ProcessPosition}
 * @param runsOn as in {@link ProcessPosition}
 */
public record ProcessStatus(
        String state,
        boolean moving,
        String version,
        List<String> active,
        List<String> passed,
        List<String> stuck,
        List<String> here,
        int runsOn) {

    /** The status of a process that stands at this position; {@code shown} is what its page shows. */
    public static ProcessStatus at(ProcessPosition position, String state, boolean moving, List<?> shown) {
        return new ProcessStatus(
                state,
                moving,
                Integer.toHexString(shown.hashCode()),
                position.active(),
                position.passed(),
                position.stuck(),
                position.here(),
                position.runsOn());
    }
}
