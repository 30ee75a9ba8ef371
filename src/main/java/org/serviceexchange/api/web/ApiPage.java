package org.serviceexchange.api.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor leads to the next part; null at the end
 */
public record ApiPage<T>(List<T> items, @Nullable String nextCursor) {

    /** The page of what was found, which is one more than asked for if there is more. */
    public static <F, T> ApiPage<T> of(
            List<F> found, PageQuery query, Function<F, T> representation, Function<T, String> number) {
        List<T> items = found.stream().limit(query.limit()).map(representation).toList();
        boolean more = found.size() > query.limit();
        return new ApiPage<>(items, more ? PageQuery.cursorAfter(number.apply(items.get(items.size() - 1))) : null);
    }
}
