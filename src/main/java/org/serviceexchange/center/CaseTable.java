package org.serviceexchange.center;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of cases, as {@link CaseTables} searches it. Besides the columns named here it has {@code number}, {@code state},
 * {@code turn}, {@code turn_since}, {@code ended}, {@code failed}, {@code due_at} and {@code name_key}; these and
 * {@code began} are never null. All of this is part of the program, never input.
 *
 * @param began column of the moment at which a case began
 * @param contact column of the contact's user name; none: the cases have no contact
 * @param searched expressions in lower case that a text is looked for in
 * @param people column whose user names are looked up by the names of people
 */
public record CaseTable(String name, String began, @Nullable String contact, List<String> searched, String people) {}
