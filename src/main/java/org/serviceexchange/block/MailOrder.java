package org.serviceexchange.block;

import java.util.Locale;
import java.util.Map;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.rulebook.MailStep;

/**
 * What a model says about the e-mail of a step: who gets it, and its words, for all languages or for some of them.
 *
 * @param to who gets it
 * @param whom the role or the address; empty for a person whom the record names
 * @param words the properties of the step, of which those of the subject and the text are read
 */
public record MailOrder(To to, String whom, Map<String, String> words) {

    /** Who gets the e-mail of a step. */
    public enum To {
        CONTACT,
        REQUESTER,
        ROLE,
        ADDRESS
    }

    /** Reads the properties of a step; a {@code STEP_NOT_USABLE} problem says what is wrong with them. */
    public static MailOrder of(Map<String, String> properties) {
        MailStep.fault(properties).ifPresent(fault -> {
            throw new Problem(ProblemCode.STEP_NOT_USABLE, fault);
        });
        String to = properties.getOrDefault("to", "");
        return new MailOrder(To.valueOf(to.toUpperCase(Locale.ROOT)), properties.getOrDefault(to, ""), properties);
    }

    /** The subject or the text in a language, or as it is for all other languages. */
    String words(String what, Locale language) {
        String forAll = words.getOrDefault(what, "");
        return words.getOrDefault(what + "." + language.toLanguageTag(), forAll);
    }
}
