package org.serviceexchange.block;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

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
        ADDRESS;

        private static Optional<To> of(String name) {
            return Arrays.stream(values())
                    .filter(to -> to.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }
    }

    /** Reads the properties of a step; a {@code STEP_NOT_USABLE} problem says what is wrong with them. */
    public static MailOrder of(Map<String, String> properties) {
        To to = To.of(properties.getOrDefault("to", "")).orElseThrow(() -> unusable("to"));
        String whom =
                switch (to) {
                    case CONTACT, REQUESTER -> "";
                    case ROLE -> required(properties, "role", MailOrder::isOwnRole);
                    case ADDRESS -> required(properties, "address", InputValidation::isMail);
                };
        required(properties, "subject", text -> text.lines().count() == 1);
        required(properties, "text", text -> true);
        properties.values().forEach(MailText::require);
        return new MailOrder(to, whom, properties);
    }

    /** The subject or the text in a language, or as it is for all other languages. */
    String words(String what, Locale language) {
        String forAll = words.getOrDefault(what, "");
        return words.getOrDefault(what + "." + language.toLanguageTag(), forAll);
    }

    /** Contacts are people of other companies: nobody writes to all of them at once. */
    private static boolean isOwnRole(String group) {
        return Role.ofGroup(group).filter(role -> role != Role.CONTACT).isPresent();
    }

    private static String required(Map<String, String> properties, String name, Predicate<String> usable) {
        return Optional.ofNullable(properties.get(name)).filter(usable).orElseThrow(() -> unusable(name));
    }

    private static Problem unusable(String what) {
        return new Problem(ProblemCode.STEP_NOT_USABLE, LocalizedMessage.of("block.mail.unusable." + what));
    }
}
