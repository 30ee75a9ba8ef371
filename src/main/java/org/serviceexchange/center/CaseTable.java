package org.serviceexchange.center;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes a table of cases for {@link CaseTables}. Besides the columns named here, the table has {@code number},
 * {@code state}, {@code turn}, {@code turn_since}, {@code ended}, {@code failed}, {@code due_at} and
 * {@code name_key}; these and {@code began} are never null. All values are constants of the code, never input.
 *
 * @param began column with the time at which a case began
 * @param contact column with the contact's user name; null if the cases have no contact
 * @param searched lower-case SQL expressions in which a text is searched for
 * @param people column with the user name of the person whose display name is searched for
 * @param live name of the state in which a case has a living connection
 * @param beats the select statement, up to its first conditions, for the numbers of cases in the table of heartbeats
 */
public record CaseTable(
        String name,
        String began,
        @Nullable String contact,
        List<String> searched,
        String people,
        String live,
        String beats) {}
