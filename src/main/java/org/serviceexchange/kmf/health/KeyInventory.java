package org.serviceexchange.kmf.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.keyring.KeyHierarchy;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.keyring.KeyRows;
import org.serviceexchange.kmf.keyring.KeyState;
import org.serviceexchange.platform.problem.Problem;

/** All key rows, read page by page and verified once for all checks of one report. */
final class KeyInventory {

    private static final int PAGE = 500;

    private final List<KeyRow> ofInstance = new ArrayList<>();
    private final List<KeyName> altered = new ArrayList<>();
    private final List<KeyName> notUnwrapping = new ArrayList<>();
    private int verified;
    private int activeModuleKeys;
    private @Nullable KeyRow firstToExpire;

    private KeyInventory() {}

    static KeyInventory take(KeyRows rows, KeyProofs proofs, KeyHierarchy hierarchy) {
        KeyInventory inventory = new KeyInventory();
        String last = "";
        List<KeyRow> page;
        do {
            page = rows.page(last, PAGE);
            for (KeyRow row : page) {
                inventory.examine(row, proofs, hierarchy);
                last = row.id();
            }
        } while (page.size() == PAGE);
        return inventory;
    }

    private void examine(KeyRow row, KeyProofs proofs, KeyHierarchy hierarchy) {
        boolean instanceKey = row.name().module().equals(KeyName.INSTANCE);
        if (instanceKey) {
            ofInstance.add(row);
        }
        try {
            proofs.row(row);
            verified++;
        } catch (Problem e) {
            altered.add(row.name());
            return;
        }
        if (!instanceKey && row.state() == KeyState.ACTIVE) {
            examineModuleKey(row, hierarchy);
        }
    }

    private void examineModuleKey(KeyRow row, KeyHierarchy hierarchy) {
        activeModuleKeys++;
        if (firstToExpire == null || row.expiresAt().isBefore(firstToExpire.expiresAt())) {
            firstToExpire = row;
        }
        try {
            java.util.Arrays.fill(hierarchy.unwrap(row), (byte) 0);
        } catch (Problem e) {
            notUnwrapping.add(row.name());
        }
    }

    /** Rows of the instance keys, in any state. */
    List<KeyRow> ofInstance() {
        return ofInstance;
    }

    /** The Active row of an instance key; a problem if there is none. */
    KeyRow active(KeyName name) {
        return KeyHierarchy.active(name, ofInstance);
    }

    /** Names of the keys whose rows were altered. */
    List<KeyName> altered() {
        return altered;
    }

    /** Names of the Active module keys that do not unwrap. */
    List<KeyName> notUnwrapping() {
        return notUnwrapping;
    }

    /** Number of rows that are unaltered. */
    int verified() {
        return verified;
    }

    int activeModuleKeys() {
        return activeModuleKeys;
    }

    /** The module key that expires first, if it expires before this time. */
    @Nullable
    KeyRow expiringBefore(Instant time) {
        return firstToExpire != null && firstToExpire.expiresAt().isBefore(time) ? firstToExpire : null;
    }
}
