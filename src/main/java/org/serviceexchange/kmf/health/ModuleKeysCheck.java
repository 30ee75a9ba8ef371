package org.serviceexchange.kmf.health;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks that the examined module keys that are or were in use have exactly one Active version, and that it unwraps. Their
 * age does not count: the keys of one connection are that connection's affair, and must not stop the onboarding of others.
 */
@Component
@Order(70)
class ModuleKeysCheck implements HealthCheck {

    private static final int NAMED_AT_MOST = 3;

    @Override
    public String component() {
        return "moduleKeys";
    }

    @Override
    public HealthFinding check(KeyInventory keys) {
        if (!keys.notUnwrapping().isEmpty()) {
            return HealthFinding.malfunction("notUnwrapping", KeyInventory.named(keys.notUnwrapping(), NAMED_AT_MOST));
        }
        if (!keys.notOneActive().isEmpty()) {
            return HealthFinding.malfunction("notOneActive", KeyInventory.named(keys.notOneActive(), NAMED_AT_MOST));
        }
        return HealthFinding.operational("moduleKeysUnwrap", keys.activeModuleKeys());
    }
}
