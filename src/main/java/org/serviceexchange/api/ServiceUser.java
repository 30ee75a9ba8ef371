package org.serviceexchange.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * A program that uses the API. In journals and registrations its name is written {@code service:crm}, which is never a
 * valid user name.
 *
 * @param name lower-case letters, digits and dashes
 */
public record ServiceUser(String name) {

    private static final String MARK = "service:";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    /** Validates a typed name; an invalid one is an {@code INPUT_INVALID} problem. */
    public static ServiceUser named(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw new Problem(
                    ProblemCode.INPUT_INVALID,
                    LocalizedMessage.of("api.service"),
                    LocalizedMessage.of("api.reason.serviceName"));
        }
        return new ServiceUser(name);
    }

    /** The service with an actor name such as {@code service:crm}; empty for a user. */
    public static Optional<ServiceUser> of(String actor) {
        return Optional.of(actor)
                .filter(text -> text.startsWith(MARK))
                .map(text -> text.substring(MARK.length()))
                .filter(name -> NAME.matcher(name).matches())
                .map(ServiceUser::new);
    }

    /** The name in journals and registrations, such as {@code service:crm}. */
    public String actor() {
        return MARK + name;
    }

    /** The name as people read it. */
    public LocalizedMessage label() {
        return new LocalizedMessage("api.service.named", List.of(name));
    }
}
