package org.serviceexchange.kmf.health;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.keyring.KeyHierarchy;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.keyring.KeyRows;
import org.springframework.stereotype.Component;

/**
 * Chooses the keys that a report examines: always the instance keys, further the next modules of a round through all,
 * and the modules in which the last report or the check of all keys found something, so that a finding stays in each
 * report until it is repaired. The effort does not depend on how many keys there are.
 */
@Component
class KeySample {

    /** How many rows of the round a report examines. */
    static final int ROWS = 100;

    /** How many modules a report examines again. */
    static final int SUSPECTS = 100;

    private final KeyRows rows;
    private final KeyProofs proofs;
    private final KeyHierarchy hierarchy;
    private final WholeChecks wholeChecks;
    private final Set<String> suspects = new LinkedHashSet<>();
    private @Nullable String lastModule;

    KeySample(KeyRows rows, KeyProofs proofs, KeyHierarchy hierarchy, WholeChecks wholeChecks) {
        this.rows = rows;
        this.proofs = proofs;
        this.hierarchy = hierarchy;
        this.wholeChecks = wholeChecks;
    }

    synchronized KeyInventory take() {
        KeyInventory inventory = new KeyInventory(proofs, hierarchy);
        inventory.examineInstance(rows.ofModule(KeyName.INSTANCE));
        Set<String> again = new LinkedHashSet<>(suspects);
        again.addAll(wholeChecks.suspects(SUSPECTS));
        again.forEach(module -> inventory.examineModules(rows.ofModule(module)));
        inventory.examineModules(nextOfRound().stream()
                .filter(row -> !again.contains(row.name().module()))
                .toList());
        suspects.clear();
        inventory.badModules().stream().limit(SUSPECTS).forEach(suspects::add);
        return inventory;
    }

    /** After the last module the first one follows; all rows, each once, if there are no more than a report examines. */
    private List<KeyRow> nextOfRound() {
        List<KeyRow> chosen = new ArrayList<>();
        Set<String> modules = new HashSet<>();
        boolean begunAgain = lastModule == null;
        while (chosen.size() < ROWS) {
            List<KeyRow> page = rows.ofModulesAfter(lastModule, ROWS - chosen.size());
            if (page.isEmpty() && begunAgain) {
                break;
            }
            if (page.isEmpty()) {
                begunAgain = true;
                lastModule = null;
                continue;
            }
            List<KeyRow> unseen = page.stream()
                    .filter(row -> !modules.contains(row.name().module()))
                    .toList();
            chosen.addAll(unseen);
            unseen.forEach(row -> modules.add(row.name().module()));
            lastModule = page.get(page.size() - 1).name().module();
            if (unseen.size() < page.size()) {
                break;
            }
        }
        return chosen;
    }
}
