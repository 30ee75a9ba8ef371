package org.serviceexchange.platform.access;

import java.util.Set;
import java.util.function.Predicate;

/**
 * An entry of the navigation and of the start page. Every feature declares its own as beans.
 *
 * @param order place among the entries, lowest first; 100s: daily work, 200s: records, 300s: running the instance
 * @param key of the words of its label; with {@code .description} added, of one sentence that says what a person does there
 * @param path where the entry leads, such as {@code /companies}
 * @param visible decides over the roles of the user who is logged in
 */
public record NavigationEntry(int order, String key, String path, Predicate<Set<Role>> visible) {}
