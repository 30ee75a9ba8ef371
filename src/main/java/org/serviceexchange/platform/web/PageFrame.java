package org.serviceexchange.platform.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.NameLink;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.message.Languages;

/**
 * The data that every page shows around its content; available in templates as {@code frame}.
 *
 * @param instanceName name of this instance
 * @param userId id of the logged-in user; null if nobody is logged in
 * @param navigation the entries that this user may see
 * @param names what leads this user to a page when a sentence names it
 * @param path path of the page, to mark its navigation entry
 * @param address path and query of the page, to return to
 * @param language language of the page
 */
public record PageFrame(
        String instanceName,
        @Nullable String userId,
        List<NavigationEntry> navigation,
        List<NameLink> names,
        String path,
        String address,
        Locale language) {

    /** Whether this entry leads to the current page. */
    public boolean current(NavigationEntry entry) {
        return path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }

    /** Entries that one menu holds; those who see a single one of them need no menu. */
    public record Group(String key, List<NavigationEntry> entries) {

        public boolean single() {
            return entries.size() == 1;
        }
    }

    /** The menus, without those of which this user sees no entry. */
    public List<Group> groups() {
        return Stream.of(NavigationEntry.Menu.WORK, NavigationEntry.Menu.RECORDS, NavigationEntry.Menu.INSTANCE)
                .map(menu -> new Group("web.nav." + menu, entries(menu)))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** The entries about the user's own account. */
    public List<NavigationEntry> own() {
        return entries(NavigationEntry.Menu.ACCOUNT);
    }

    private List<NavigationEntry> entries(NavigationEntry.Menu menu) {
        return navigation.stream().filter(entry -> entry.menu() == menu).toList();
    }

    /** Whether the current page is one of this menu. */
    public boolean within(Group group) {
        return group.entries().stream().anyMatch(this::current);
    }

    /** A part of a sentence, and the page that it leads to, if any. */
    public record Part(String text, @Nullable String path) {}

    /** The sentence in parts: what names another page that this user may open leads there. */
    public List<Part> linked(String sentence) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < sentence.length()) {
            int start = from;
            var first = names.stream()
                    .flatMap(name -> found(name, sentence, start))
                    .min(Comparator.comparingInt(name -> name.match().start()));
            int until = first.map(name -> name.match().start()).orElse(sentence.length());
            if (until > from) {
                parts.add(new Part(sentence.substring(from, until), null));
            }
            first.ifPresent(
                    name -> parts.add(new Part(name.match().group(), name.path().equals(path) ? null : name.path())));
            from = first.map(name -> name.match().end()).orElse(sentence.length());
        }
        return parts;
    }

    private record Found(MatchResult match, String path) {}

    private Stream<Found> found(NameLink name, String sentence, int from) {
        Matcher matcher = name.pattern().apply(language).matcher(sentence);
        return matcher.find(from)
                ? Stream.of(new Found(matcher.toMatchResult(), name.path().apply(matcher.group())))
                : Stream.empty();
    }

    /** The languages offered. */
    public List<Locale> languages() {
        return Languages.OFFERED;
    }

    /** What a language calls itself. */
    public String nameOf(Locale offered) {
        return Languages.nameOf(offered);
    }
}
