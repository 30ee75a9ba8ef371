package org.serviceexchange.kmf.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.serviceexchange.kmf.keyring.KeyHierarchy;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.keyring.KeyState;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;

/** What was found in key rows: each is authenticated, and each Active key of a module is unwrapped. */
final class KeyInventory {

    private final KeyProofs proofs;
    private final KeyHierarchy hierarchy;
    private final List<KeyRow> ofInstance = new ArrayList<>();
    private final List<KeyName> altered = new ArrayList<>();
    private final List<KeyName> notUnwrapping = new ArrayList<>();
    private final List<KeyName> notOneActive = new ArrayList<>();
    private final Set<String> badModules = new LinkedHashSet<>();
    private int verified;
    private int activeModuleKeys;

    KeyInventory(KeyProofs proofs, KeyHierarchy hierarchy) {
        this.proofs = proofs;
        this.hierarchy = hierarchy;
    }

    /** Examines the instance keys. */
    void examineInstance(List<KeyRow> rows) {
        ofInstance.addAll(rows);
        rows.forEach(this::isUnaltered);
    }

    /** Examines all rows of one or more modules. */
    void examineModules(List<KeyRow> rows) {
        Map<KeyName, List<KeyRow>> versions =
                rows.stream().collect(Collectors.groupingBy(KeyRow::name, LinkedHashMap::new, Collectors.toList()));
        versions.forEach(this::examine);
    }

    private void examine(KeyName name, List<KeyRow> versions) {
        boolean good = true;
        for (KeyRow row : versions) {
            good &= isUnaltered(row) && (row.state() != KeyState.ACTIVE || unwraps(row));
        }
        if (lacksItsActiveKey(versions)) {
            notOneActive.add(name);
            good = false;
        }
        if (!good) {
            badModules.add(name.module());
        }
    }

    private boolean isUnaltered(KeyRow row) {
        try {
            proofs.row(row);
            verified++;
            return true;
        } catch (Problem e) {
            altered.add(row.name());
            return false;
        }
    }

    private boolean unwraps(KeyRow row) {
        activeModuleKeys++;
        try {
            Arrays.fill(hierarchy.unwrap(row), (byte) 0);
            return true;
        } catch (Problem e) {
            notUnwrapping.add(row.name());
            return false;
        }
    }

    /** Whether a key that is or was in use has no Active version, or more than one. */
    private static boolean lacksItsActiveKey(List<KeyRow> versions) {
        long active =
                versions.stream().filter(row -> row.state() == KeyState.ACTIVE).count();
        return active != 1
                && versions.stream()
                        .anyMatch(row -> row.state() != KeyState.GENERATED && row.state() != KeyState.DESTROYED);
    }

    /** Rows of the instance keys, in any state. */
    List<KeyRow> ofInstance() {
        return ofInstance;
    }

    /** The Active row of an instance key; a problem if there is none. */
    KeyRow active(KeyName name) {
        return KeyHierarchy.active(name, ofInstance);
    }

    /** The first names and how many more there are, as an argument of a message. */
    static Object named(List<KeyName> names, int atMost) {
        String first = names.stream().limit(atMost).map(KeyName::toString).collect(Collectors.joining(", "));
        return names.size() > atMost ? LocalizedMessage.of("kmf.found.andMore", first, names.size() - atMost) : first;
    }

    /** Names of the keys whose rows were altered. */
    List<KeyName> altered() {
        return altered;
    }

    /** Names of the Active module keys that do not unwrap. */
    List<KeyName> notUnwrapping() {
        return notUnwrapping;
    }

    /** Names of the module keys that are or were in use and do not have exactly one Active version. */
    List<KeyName> notOneActive() {
        return notOneActive;
    }

    /** Modules in which anything was found. */
    Set<String> badModules() {
        return badModules;
    }

    /** Number of rows that are unaltered. */
    int verified() {
        return verified;
    }

    int activeModuleKeys() {
        return activeModuleKeys;
    }
}
