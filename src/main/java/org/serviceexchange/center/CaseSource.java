package org.serviceexchange.center;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * The cases of one side; each feature has one.
 *
 * @param states the states that can be asked for, in the order in which cases go through them
 * @param read gives the cases with these numbers, by their numbers
 */
public record CaseSource(
        Side side,
        List<State> states,
        CaseTables tables,
        CaseTable table,
        Function<List<String>, Map<String, Case>> read) {

    /** A state by its name in a {@link CaseQuery} and in words. */
    public record State(String name, LocalizedMessage label) {}

    public CasePage find(CaseQuery query) {
        return tables.find(table, query, read);
    }

    /** Of one contact by user name, or of everybody. */
    public CaseNumbers numbers(@Nullable String contact) {
        return tables.numbers(table, contact);
    }

    /** Whether there is a case at all. */
    public boolean any() {
        return tables.any(table);
    }
}
