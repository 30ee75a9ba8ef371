package org.serviceexchange.api.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor value of the parameter {@code cursor} for the next page; null on the last page
 */
public record ApiPage<T>(List<T> items, @Nullable String nextCursor) {

    /** Builds a page from the items found: one more than the page's limit if there is a next page. */
    public static <F, T> ApiPage<T> of(
            List<F> found, PageQuery query, Function<F, T> representation, Function<T, String> number) {
        List<T> items = found.stream().limit(query.limit()).map(representation).toList();
        boolean more = found.size() > query.limit();
        return upTo(more ? number.apply(items.get(items.size() - 1)) : null, items);
    }

    /** Builds a page after which the next one begins with what follows this number; null if it is the last page. */
    public static <T> ApiPage<T> upTo(@Nullable String number, List<T> items) {
        return new ApiPage<>(items, number == null ? null : PageQuery.cursorAfter(number));
    }
}
