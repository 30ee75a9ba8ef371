package org.serviceexchange.block;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.block.field.OwnField;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * Words of an e-mail in a model, with placeholders such as <code>{number}</code> for what the record says.
 *
 * <p>Security guarantees: A step can place no secret into an e-mail.
 */
final class MailText {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** None of them is the registration link. */
    private static final Pattern KNOWN =
            Pattern.compile("number|company|contact|requester|peer|page|" + OwnField.PREFIX + "[A-Za-z0-9]+");

    private MailText() {}

    /** Refuses placeholders that have no meaning. */
    static void require(String text) {
        PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).forEach(name -> {
            if (!KNOWN.matcher(name).matches()) {
                throw new Problem(
                        ProblemCode.STEP_NOT_USABLE, LocalizedMessage.of("block.mail.unusable.placeholder", name));
            }
        });
    }

    /** The text with its placeholders filled in; one of an own field that was left empty is nothing. */
    static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                values.getOrDefault(found.group(1), "")));
    }
}
