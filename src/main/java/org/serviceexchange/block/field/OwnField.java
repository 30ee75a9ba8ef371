package org.serviceexchange.block.field;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * A value that a person typed into a field that an analyst added to the start form.
 *
 * <p>Security guarantees: A value is one line of at most 200 characters, none of them invisible.
 *
 * @param name name of the field with its prefix, such as {@code own_purchaseOrder}
 * @param label what the form calls it
 */
public record OwnField(String name, String label, String value) {

    /** With which all names of own fields begin, so that none is taken for a variable of the application. */
    public static final String PREFIX = "own_";

    /** As many as a form may have. */
    public static final int MOST = 10;

    private static final Pattern NAME = Pattern.compile(PREFIX + "[A-Za-z0-9]{1,40}");
    private static final int LONGEST = 200;

    public OwnField {
        if (!isName(name)) {
            throw new Problem(ProblemCode.OWN_FIELD_REFUSED, name, LocalizedMessage.of("block.field.name"));
        }
        value = line(label, Normalizer.normalize(value, Normalizer.Form.NFC).strip());
    }

    /** Whether a field may have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static String line(String label, String value) {
        if (value.length() > LONGEST) {
            throw new Problem(
                    ProblemCode.OWN_FIELD_REFUSED, label, LocalizedMessage.of("block.field.tooLong", LONGEST));
        }
        if (!InputValidation.isLine(value)) {
            throw new Problem(ProblemCode.OWN_FIELD_REFUSED, label, LocalizedMessage.of("block.field.characters"));
        }
        return value;
    }
}
