package org.serviceexchange.platform.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.message.Languages;

/**
 * The data that every page shows around its content; available in templates as {@code frame}.
 *
 * @param instanceName name of this instance
 * @param userId id of the logged-in user; null if nobody is logged in
 * @param navigation the entries that this user may see
 * @param path path of the page, to mark its navigation entry
 * @param address path and query of the page, to return to
 * @param language language of the page
 */
public record PageFrame(
        String instanceName,
        @Nullable String userId,
        List<NavigationEntry> navigation,
        String path,
        String address,
        Locale language) {

    /** Whether this entry leads to the current page. */
    public boolean current(NavigationEntry entry) {
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }

    /** The languages offered. */
    public List<Locale> languages() {
        return Languages.OFFERED;
    }
}
