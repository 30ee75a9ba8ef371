package org.serviceexchange.center.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseQuery;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseQuery.Order;
import org.serviceexchange.center.CaseQuery.Position;
import org.serviceexchange.center.Side;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The query parameters of the Center's URL. Unknown values are ignored.
 *
 * @param show the only group that is shown
 * @param q text to search for
 * @param view {@code table} for a table instead of cards
 * @param after cursor of the last case of the previous page
 * @param before cursor of the first case of the next page
 */
record CenterAddress(
        @Nullable String side,
        @Nullable String show,
        @Nullable String state,
        @Nullable String q,
        @Nullable String sort,
        @Nullable String view,
        @Nullable String after,
        @Nullable String before) {

    static final String TABLE = "table";

    private static final int PAGE = 24;

    Optional<Side> chosenSide() {
        return named(Side.values(), side);
    }

    Optional<Group> group() {
        return named(Group.values(), show);
    }

    Order order() {
        return named(Order.values(), sort).orElse(Order.NEWEST);
    }

    String text() {
        return Objects.toString(q, "").strip();
    }

    /** Whether a filter is set. */
    boolean filtered() {
        return group().isPresent() || !Objects.toString(state, "").isEmpty() || !text().isEmpty() || from() != null;
    }

    CaseQuery query(@Nullable String contact) {
        String one = Objects.toString(state, "").isEmpty() ? null : state;
        return new CaseQuery(contact, null, group().orElse(null), one, text(), order(), from(), PAGE);
    }

    private @Nullable Position from() {
        if (after != null && !after.isEmpty()) {
            return new Position(after, false);
        }
        return before == null || before.isEmpty() ? null : new Position(before, true);
    }

    /** Whether the list is a table instead of cards. */
    boolean table() {
        return TABLE.equals(view);
    }

    /** The list of a side, filtered by a group or not. */
    static String list(Side side, @Nullable Group only) {
        return new CenterAddress(side.key(), null, null, null, null, null, null, null)
                .showing(only)
                .text("/");
    }

    /** The same list without a filter. */
    CenterAddress of(Side other) {
        return new CenterAddress(other.key(), null, null, null, null, view, null, null);
    }

    CenterAddress showing(@Nullable Group only) {
        return new CenterAddress(side, only == null ? null : key(only), null, q, sort, view, null, null);
    }

    CenterAddress look(@Nullable String next) {
        return new CenterAddress(side, show, state, q, sort, next, after, before);
    }

    CenterAddress after(String cursor) {
        return new CenterAddress(side, show, state, q, sort, view, cursor, null);
    }

    CenterAddress before(String cursor) {
        return new CenterAddress(side, show, state, q, sort, view, null, cursor);
    }

    /** Path and query, percent-encoded. */
    String text(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "side", side);
        add(address, "show", show);
        add(address, "state", state);
        add(address, "q", q);
        add(address, "sort", sort);
        add(address, "view", view);
        add(address, "after", after);
        add(address, "before", before);
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <T extends Enum<T>> Optional<T> named(T[] values, @Nullable String text) {
        return Arrays.stream(values).filter(value -> key(value).equals(text)).findFirst();
    }
}
