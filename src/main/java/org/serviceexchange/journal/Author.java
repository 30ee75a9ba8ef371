package org.serviceexchange.journal;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.ServiceUser;

/**
 * Who wrote an entry.
 *
 * @param id the user name of a person, or the name of a service; empty for the system
 */
public record Author(Kind kind, String id) {

    /** The application itself. */
    public static final Author SYSTEM = new Author(Kind.SYSTEM, "");

    private static final String EARLIER_SYSTEM = "system";

    /** What the author is; two authors with the same name are not the same if they are of different kinds. */
    public enum Kind {
        SYSTEM,
        USER,
        SERVICE
    }

    /** The author behind an actor: a user name, or the name of a service such as {@code service:crm}. */
    public static Author of(String actor) {
        return ServiceUser.of(actor)
                .map(service -> new Author(Kind.SERVICE, service.name()))
                .orElseGet(() -> new Author(Kind.USER, actor));
    }

    /** As stored; entries of earlier versions have no kind, and the name {@code system} for the system. */
    public static Author stored(@Nullable String kind, String id) {
        if (kind != null) {
            return new Author(Kind.valueOf(kind), id);
        }
        return id.equals(EARLIER_SYSTEM) ? SYSTEM : of(id);
    }

    /** The name by which programs know the author: a user name, {@code service:crm}, or {@code system}. */
    public String actor() {
        return switch (kind) {
            case SYSTEM -> EARLIER_SYSTEM;
            case USER -> id;
            case SERVICE -> new ServiceUser(id).actor();
        };
    }
}
