package org.serviceexchange.platform.access;

import java.util.Set;
import java.util.function.Predicate;

/**
 * An entry of the navigation and of the start page. Every feature declares its own beans.
 *
 * @param order position, lowest first; 100s: daily work, 200s: records, 300s: running the instance, 900s:
 *     the user's own account; each of them is a {@link Menu}
 * @param key message key of its label; the key with {@code .description} appended names one sentence on what a person
 *     does there
 * @param path path of the page, such as {@code /companies}
 * @param visible decides by the roles of the logged-in user
 */
public record NavigationEntry(int order, String key, String path, Predicate<Set<Role>> visible) {

    private static final int OF_ONE_MENU = 100;

    /** The menus of the navigation, in their order. */
    public enum Menu {
        WORK,
        RECORDS,
        INSTANCE,
        ACCOUNT
    }

    /** The menu that holds this entry. */
    public Menu menu() {
        return switch (order / OF_ONE_MENU) {
            case 1 -> Menu.WORK;
            case 2 -> Menu.RECORDS;
            case 3 -> Menu.INSTANCE;
            default -> Menu.ACCOUNT;
        };
    }
}
