package org.serviceexchange.platform.rulebook;

import java.util.Set;
import org.serviceexchange.platform.rulebook.model.ModelFlow;
import org.serviceexchange.platform.rulebook.model.ModelNode;

/** A gateway either asks or brings ways together, and always knows a way on. */
final class GatewayRules {

    private static final Set<String> CAUGHT = Set.of("intermediateCatchEvent", "receiveTask");

    private GatewayRules() {}

    static void check(ReadFolder.Model read) {
        for (ModelNode node : read.drawn().nodes()) {
            int in = node.incoming().size();
            int out = node.outgoing().size();
            if (!node.isGateway()) {
                if (in > 1) {
                    read.breaches().add(Rule.JOIN_WITHOUT_GATEWAY, node.element());
                }
                conditions(read, node, false);
                continue;
            }
            if (in > 1 && out > 1) {
                read.breaches().add(Rule.JOIN_AND_FORK, node.element());
            }
            if (in == 1 && out == 1) {
                read.breaches().named(Rule.GATEWAY_NEEDLESS, node.element(), node.label());
            }
            if (node.is("exclusiveGateway") && out > 1) {
                ways(read, node);
            } else {
                conditions(read, node, true);
            }
            if (node.is("eventBasedGateway")) {
                node.outgoing().stream()
                        .filter(flow -> !CAUGHT.contains(flow.target().kind()))
                        .forEach(flow -> read.breaches().named(Rule.EVENT_EXPECTED, flow.element(), flow.label()));
            }
        }
    }

    private static void ways(ReadFolder.Model read, ModelNode gateway) {
        if (gateway.outgoing().stream().noneMatch(ModelFlow::isDefault)) {
            read.breaches().add(Rule.DEFAULT_MISSING, gateway.element());
        }
        for (ModelFlow flow : gateway.outgoing()) {
            if (flow.isDefault() && flow.condition().isPresent()) {
                read.breaches().named(Rule.CONDITION_IGNORED, flow.element(), flow.label());
            }
            if (!flow.isDefault() && flow.condition().isEmpty()) {
                read.breaches().named(Rule.CONDITION_MISSING, flow.element(), flow.label());
            }
        }
    }

    /** Where there is no question, the engine either ignores conditions or stops at them. */
    private static void conditions(ReadFolder.Model read, ModelNode node, boolean gateway) {
        boolean asked = !gateway && node.outgoing().stream().anyMatch(ModelFlow::isDefault);
        node.outgoing().stream()
                .filter(flow -> flow.condition().isPresent() && !asked)
                .forEach(flow -> read.breaches().named(Rule.CONDITION_IGNORED, flow.element(), flow.label()));
    }
}
