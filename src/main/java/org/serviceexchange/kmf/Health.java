package org.serviceexchange.kmf;

import java.util.Collection;
import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;

/** How well a component works. */
public enum Health {
    OPERATIONAL,
    DISABLED,
    DEGRADED,
    MALFUNCTION;

    /** The label for people, such as "Operational". */
    public LocalizedMessage label() {
        return LocalizedMessage.of("kmf.health." + name());
    }

    /**
     * Combines the health of several components. Disabled ones are ignored: the result is operational if all others
     * are, a malfunction if all others are, disabled if there are no others, and degraded in every other case.
     */
    public static Health rollUp(Collection<Health> children) {
        List<Health> enabled =
                children.stream().filter(child -> child != DISABLED).toList();
        if (enabled.isEmpty()) {
            return DISABLED;
        }
        if (enabled.stream().allMatch(child -> child == MALFUNCTION)) {
            return MALFUNCTION;
        }
        return enabled.stream().allMatch(child -> child == OPERATIONAL) ? OPERATIONAL : DEGRADED;
    }
}
