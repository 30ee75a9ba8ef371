package org.serviceexchange.center;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of cases.
 *
 * @param previous cursor of the previous page; null on the first page
 * @param next cursor of the next page; null on the last page
 */
public record CasePage(
        List<Case> cases,
        @Nullable String previous,
        @Nullable String next) {

    public CasePage {
        cases = List.copyOf(cases);
    }
}
