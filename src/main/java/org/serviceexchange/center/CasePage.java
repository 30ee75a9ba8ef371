package org.serviceexchange.center;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of cases.
 *
 * @param previous mark at which the page before ends; none on the first page
 * @param next mark from which the next page goes on; none on the last page
 */
public record CasePage(
        List<Case> cases,
        @Nullable String previous,
        @Nullable String next) {

    public CasePage {
        cases = List.copyOf(cases);
    }
}
