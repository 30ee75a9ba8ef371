package org.serviceexchange.platform.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.mail.MailAddress;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** What the properties of a step that sends an e-mail may be. */
public final class MailStep {

    /** Who can get the e-mail of a step. */
    private static final List<String> READERS = List.of("contact", "requester", "role", "address");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** None of them is the registration link. */
    private static final Pattern KNOWN =
            Pattern.compile("number|company|contact|requester|peer|page|" + DecisionRules.OWN_FIELD);

    private MailStep() {}

    /** What is wrong with the properties of a step; empty if the step can be done. */
    public static Optional<LocalizedMessage> fault(Map<String, String> properties) {
        String to = properties.getOrDefault("to", "");
        return Stream.of(
                        unless(READERS.contains(to), "to", "to", String.join(", ", READERS)),
                        unless(!to.equals("role") || has(properties, "role", MailStep::isOwnRole), "role"),
                        unless(!to.equals("address") || has(properties, "address", MailAddress::isValid), "address"),
                        unless(has(properties, "subject", text -> text.lines().count() == 1), "subject"),
                        unless(has(properties, "text", text -> !text.isBlank()), "text"),
                        unknownPlaceholder(properties))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The addresses to which steps of a folder's models write, in order. */
    public static SortedSet<String> addresses(ProcessFolder folder) {
        return new ReadFolder(folder)
                .trees().values().stream()
                        .flatMap(XmlElement::all)
                        .filter(MailStep::isMailStep)
                        .map(BlockRules::properties)
                        .filter(properties -> "address".equals(properties.get("to")))
                        .map(properties -> properties.getOrDefault("address", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether an element of a model sends an e-mail. */
    static boolean isMailStep(XmlElement element) {
        return element.name().equals("serviceTask")
                && element.camunda("delegateExpression").equals("#{sendMailDelegate}");
    }

    /** A text with values in place of its placeholders, which are named without their braces. */
    public static String filled(String text, UnaryOperator<String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }

    /** Contacts are people of other companies: nobody writes to all of them at once. */
    private static boolean isOwnRole(String group) {
        return Role.ofGroup(group).filter(role -> role != Role.CONTACT).isPresent();
    }

    private static boolean has(Map<String, String> properties, String name, Predicate<String> usable) {
        return usable.test(properties.getOrDefault(name, ""));
    }

    private static Optional<LocalizedMessage> unless(boolean fulfilled, String what, Object... arguments) {
        return fulfilled
                ? Optional.empty()
                : Optional.of(LocalizedMessage.of("block.mail.unusable." + what, arguments));
    }

    private static Optional<LocalizedMessage> unknownPlaceholder(Map<String, String> properties) {
        return properties.entrySet().stream()
                .filter(property -> property.getKey().matches("(subject|text)(\\..*)?"))
                .flatMap(property -> PLACEHOLDER.matcher(property.getValue()).results())
                .map(MatchResult::group)
                .map(found -> found.substring(1, found.length() - 1))
                .filter(name -> !KNOWN.matcher(name).matches())
                .findFirst()
                .map(name -> LocalizedMessage.of("block.mail.unusable.placeholder", name));
    }
}
