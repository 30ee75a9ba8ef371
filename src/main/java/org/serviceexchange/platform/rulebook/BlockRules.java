package org.serviceexchange.platform.rulebook;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** Rules for the building blocks: what the properties of their elements may say. */
final class BlockRules {

    private static final Duration LONGEST_LINK = Duration.ofDays(366);
    private static final Pattern RESULT = Pattern.compile("decision_[A-Za-z0-9]{1,40}");
    private static final String START_FORM = "forms/register-a-consumer.html";
    private static final Pattern FIELD = Pattern.compile("\\bcam-variable-name=\"([^\"]*)\"");

    private BlockRules() {}

    /** What is wrong with the file of a process or of decisions. */
    static void check(String file, XmlElement root, Breaches breaches) {
        if (ProcessFolder.isDecision(file)) {
            DecisionRules.check(root, breaches);
        } else {
            root.all().forEach(element -> check(element, breaches));
        }
    }

    /** Fields of the start form that the application would not take. */
    static void checkForm(String file, byte[] content, Breaches breaches) {
        if (!file.equals(START_FORM)) {
            return;
        }
        Matcher field = FIELD.matcher(new String(content, StandardCharsets.UTF_8));
        while (field.find()) {
            if (!field.group(1).matches(DecisionRules.OWN_FIELD)) {
                breaches.add(Rule.FIELD_NOT_TAKEN, 0, field.group(1));
            }
        }
    }

    private static void check(XmlElement element, Breaches breaches) {
        switch (element.name()) {
            case "serviceTask" -> checkService(element, breaches);
            case "businessRuleTask" -> checkDecision(element, breaches);
            case "callActivity" -> {
                if (!element.camunda("calledElementBinding").equals("deployment")) {
                    breaches.add(Rule.CALL_NOT_OF_THIS_FOLDER, element);
                }
            }
            default -> {
                // No building block
            }
        }
    }

    private static void checkService(XmlElement task, Breaches breaches) {
        Map<String, String> properties = properties(task);
        if (MailStep.isMailStep(task)) {
            MailStep.fault(properties).ifPresent(fault -> breaches.add(Rule.MAIL_STEP, task, fault));
        }
        String life = properties.get("linkLife");
        if (life != null && !isLinkLife(life)) {
            breaches.add(Rule.LINK_LIFE, task, life);
        }
    }

    private static void checkDecision(XmlElement task, Breaches breaches) {
        if (!task.camunda("decisionRefBinding").equals("deployment")) {
            breaches.add(Rule.DECISION_NOT_OF_THIS_FOLDER, task);
        }
        if (!task.camunda("mapDecisionResult").equals("singleEntry")) {
            breaches.add(Rule.DECISION_RESULT, task);
        }
        String result = task.camunda("resultVariable");
        if (!RESULT.matcher(result).matches()) {
            breaches.add(Rule.DECISION_VARIABLE, task, result);
        }
    }

    private static boolean isLinkLife(String text) {
        try {
            Duration life = Duration.parse(text);
            return life.toSeconds() > 0 && life.compareTo(LONGEST_LINK) <= 0;
        } catch (DateTimeParseException noDuration) {
            return false;
        }
    }

    /** An approval ends by itself: nobody has to draw a timer. */
    static boolean isApproval(XmlElement task) {
        return properties(task).containsKey("approvalBefore");
    }

    /** The properties that an element template sets. */
    static Map<String, String> properties(XmlElement task) {
        Map<String, String> properties = new HashMap<>();
        task.extensions("properties")
                .flatMap(all -> all.children("property"))
                .forEach(one -> properties.put(one.value("name"), one.value("value")));
        return properties;
    }
}
