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

    /** As people read it. */
    public LocalizedMessage label() {
        return LocalizedMessage.of("kmf.health." + name());
    }

    /** The roll-up of the reference: disabled children are left out; only if all others fail does the whole fail. */
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
