package org.serviceexchange.platform.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.message.Languages;

/**
 * What every page shows around its content; templates reach it as {@code frame}.
 *
 * @param instanceName name of this instance
 * @param userId who is logged in, or nothing
 * @param navigation the entries this user may see
 * @param path path of the page, to mark its entry
 * @param address path and query of the page, to come back to
 * @param language in which the page is written
 */
public record PageFrame(
        String instanceName,
        @Nullable String userId,
        List<NavigationEntry> navigation,
        String path,
        String address,
        Locale language) {

    /** Whether an entry is the one that leads here. */
    public boolean current(NavigationEntry entry) {
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }

    /** The languages to choose from. */
    public List<Locale> languages() {
        return Languages.OFFERED;
    }
}
