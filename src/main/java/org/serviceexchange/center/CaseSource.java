package org.serviceexchange.center;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Supplies the cases of one side; each feature declares its own bean.
 *
 * @param process id of the process that the cases run on
 * @param states the states to filter by, in process order
 * @param read reads the cases with these numbers, keyed by number
 */
public record CaseSource(
        Side side,
        String process,
        List<State> states,
        CaseTables tables,
        CaseTable table,
        Function<List<String>, Map<String, Case>> read) {

    /** A state: its name in a {@link CaseQuery}, and its label. */
    public record State(String name, LocalizedMessage label) {}

    public CasePage find(CaseQuery query) {
        return tables.find(table, query, read);
    }

    /** See {@link CaseTables#waiting}. */
    public Optional<LocalizedMessage> waiting(String number) {
        return tables.waiting(table, number);
    }

    /** Whose turn each case is, asked for one at a time. */
    public Turns turns() {
        return (number, byState) -> goesOnWithoutUs(byState) && waiting(number).isPresent() ? PendingOn.US : byState;
    }

    /** The same of these cases only, asked once for all of them. */
    public Turns turnsOf(List<String> numbers) {
        Set<String> waiting = tables.waiting(table, numbers);
        return (number, byState) -> goesOnWithoutUs(byState) && waiting.contains(number) ? PendingOn.US : byState;
    }

    private static boolean goesOnWithoutUs(PendingOn byState) {
        return byState == PendingOn.THEM || byState == PendingOn.SYSTEM;
    }

    /** Counts the cases of one contact (user name), or of everybody. */
    public CaseNumbers numbers(@Nullable String contact) {
        return tables.numbers(table, contact, states.stream().map(State::name).toList());
    }
}
