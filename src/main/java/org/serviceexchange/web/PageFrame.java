package org.serviceexchange.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.instance.NavigationEntry;

/**
 * What every page shows around its content; templates reach it as {@code frame}.
 *
 * @param instanceName name of this instance
 * @param userId who is logged in, or nothing
 * @param navigation the entries this user may see
 * @param path path of the page, to mark its entry
 */
public record PageFrame(String instanceName, @Nullable String userId, List<NavigationEntry> navigation, String path) {

    /** Whether an entry is the one that leads here. */
    public boolean current(NavigationEntry entry) {
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }
}
