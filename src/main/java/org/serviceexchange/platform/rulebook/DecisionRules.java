package org.serviceexchange.platform.rulebook;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** Rules for decision tables: what they may ask for, and what the table of reminders may answer. */
final class DecisionRules {

    /** How names of own fields look. */
    static final String OWN_FIELD = "own_[A-Za-z0-9]{1,40}";

    /** What a decision of a process knows of the record. */
    private static final Set<String> FACTS = Set.of(
            "number", "company", "companyId", "contact", "contactDomain", "requester", "peerHost", "environment");

    private static final String TIME_TO_LIVE = XmlElement.key("http://camunda.org/schema/1.0/dmn", "historyTimeToLive");

    private static final String REMINDERS = "reminders";
    private static final Set<String> REMINDER_FACTS = Set.of("daysSinceLink", "daysLeft", "remindersSent");
    private static final List<String> REMINDER_ANSWERS =
            List.of("\"remind\"", "\"remind for the last time\"", "\"wait\"");

    private DecisionRules() {}

    static void check(XmlElement root, Breaches breaches) {
        root.children("decision").forEach(decision -> {
            if (decision.attributes().getOrDefault(TIME_TO_LIVE, "").isEmpty()) {
                breaches.add(Rule.DECISION_WITHOUT_TIME, decision);
            }
            decision.children("decisionTable").forEach(table -> check(decision, table, breaches));
        });
    }

    private static void check(XmlElement decision, XmlElement table, Breaches breaches) {
        boolean reminders = decision.id().equals(REMINDERS);
        Set<String> known = reminders ? REMINDER_FACTS : FACTS;
        Predicate<String> own = Pattern.compile(OWN_FIELD).asMatchPredicate();
        table.children("input")
                .flatMap(input -> input.children("inputExpression"))
                .flatMap(expression -> expression.children("text"))
                .filter(text -> !known.contains(text.content()) && (reminders || !own.test(text.content())))
                .forEach(text -> breaches.named(
                        Rule.DECISION_FACT_UNKNOWN,
                        text,
                        decision.label(),
                        text.content(),
                        String.join(", ", new TreeSet<>(known))));
        if (reminders) {
            table.children("rule")
                    .flatMap(rule -> rule.children("outputEntry"))
                    .flatMap(entry -> entry.children("text"))
                    .filter(text -> !REMINDER_ANSWERS.contains(text.content()))
                    .forEach(text -> breaches.named(
                            Rule.REMINDER_ANSWER_UNKNOWN,
                            text,
                            decision.label(),
                            text.content(),
                            String.join(", ", REMINDER_ANSWERS)));
        }
    }
}
