package org.serviceexchange.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * A program that uses the API. In journals and registrations it stands as {@code service:crm}, which is no user name.
 *
 * @param name letters, digits and dashes, in lower case
 */
public record ServiceUser(String name) {

    private static final String MARK = "service:";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    /** The service with a name as typed; an {@code INPUT_INVALID} problem if it can be none. */
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

    /** The service that an actor such as {@code service:crm} is; nothing for a user. */
    public static Optional<ServiceUser> of(String actor) {
        return Optional.of(actor)
                .filter(text -> text.startsWith(MARK))
                .map(text -> text.substring(MARK.length()))
                .filter(name -> NAME.matcher(name).matches())
                .map(ServiceUser::new);
    }

    /** How it stands in journals and registrations. */
    public String actor() {
        return MARK + name;
    }

    /** How people read it. */
    public LocalizedMessage phrase() {
        return new LocalizedMessage("api.service.named", List.of(name));
    }
}
