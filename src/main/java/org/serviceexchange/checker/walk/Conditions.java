package org.serviceexchange.checker.walk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnFlow;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Decides which flow a gateway takes. What a form or a decision says, and conditions of more than one variable, may be true or false. */
final class Conditions {

    private static final Pattern SIMPLE = Pattern.compile("[$#]\\{\\s*(?<not>!|not\\s+)?\\s*(?<name>\\w+)\\s*}");

    private Conditions() {}

    static DrawnFlow taken(DrawnElement gateway, List<DrawnFlow> flows, Map<String, Boolean> values, Choices choices) {
        for (DrawnFlow flow : flows) {
            if (!flow.id().equals(gateway.preferred()) && holds(flow, values, choices)) {
                return flow;
            }
        }
        return flows.stream()
                .filter(flow -> flow.id().equals(gateway.preferred()))
                .findFirst()
                .orElseThrow(() -> new NoWayOn(gateway.id()));
    }

    private static boolean holds(DrawnFlow flow, Map<String, Boolean> values, Choices choices) {
        if (flow.condition().isEmpty()) {
            return true;
        }
        Matcher simple = SIMPLE.matcher(flow.condition());
        if (simple.matches()) {
            boolean negated = simple.group("not") != null;
            Optional<Boolean> known = Optional.ofNullable(values.get(simple.group("name")));
            if (known.isPresent()) {
                return known.get() != negated;
            }
        }
        return choices.between(flow.name().isEmpty() ? null : LocalizedMessage.of("checker.taken", flow.name()), null);
    }
}
