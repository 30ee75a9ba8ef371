package org.serviceexchange.platform.web;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;

/**
 * Why the input of a form was refused, for the template of its page.
 *
 * @param field name of the field to be corrected; null if the refusal concerns the whole form
 * @param sentence cause and solution in the language of the page
 */
public record RefusedEntry(@Nullable String field, String sentence) implements Serializable {

    /** Model attribute of the refusal. */
    public static final String NAME = "refused";

    public static RefusedEntry of(Problem problem, Locale language) {
        return new RefusedEntry(field(problem), problem.sentence(language));
    }

    /** Whether this field has to be corrected. */
    public boolean at(String name) {
        return name.equals(field);
    }

    private static @Nullable String field(Problem problem) {
        return switch (problem.code()) {
            case INPUT_INVALID -> named(problem.finding().arguments());
            case COMPANY_NAME_TAKEN, PROVIDER_NAME_INVALID -> "name";
            case USER_NAME_TAKEN -> "userId";
            case MAIL_ADDRESS_INVALID, CONTACT_MAIL_KEPT -> "mail";
            case COMPANY_UNKNOWN, COMPANY_NOT_USABLE -> "company";
            case CONTACT_UNKNOWN,
                    CONTACT_OF_OTHER_COMPANY,
                    CONTACT_WITHOUT_ROLE,
                    CONTACT_DISABLED,
                    CONTACT_WITHOUT_MAIL -> "contact";
            case URL_MALFORMED,
                    URL_NOT_HTTPS,
                    URL_WITH_EXTRAS,
                    URL_PORT_INVALID,
                    URL_HOST_INVALID,
                    URL_SCRIPTS_MIXED,
                    URL_SINGLE_LABEL,
                    URL_NOT_PUBLIC,
                    URL_IS_PAGE,
                    URL_IS_OWN -> "url";
            case SETUP_SECRET_REFUSED -> "secret";
            case PASSWORD_WRONG -> "current";
            case PASSWORDS_DIFFER -> "repeated";
            default -> null;
        };
    }

    /** The name of a field is the last part of its message key. */
    private static @Nullable String named(List<Object> arguments) {
        return arguments.get(0) instanceof LocalizedMessage field
                ? field.key().substring(field.key().lastIndexOf('.') + 1)
                : null;
    }
}
