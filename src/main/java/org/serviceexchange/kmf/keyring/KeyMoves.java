package org.serviceexchange.kmf.keyring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** State changes of keys, each in one transaction over locked rows. */
@Component
class KeyMoves {

    private final KeyRows rows;
    private final KeyHierarchy hierarchy;
    private final KeyMaker maker;

    KeyMoves(KeyRows rows, KeyHierarchy hierarchy, KeyMaker maker) {
        this.rows = rows;
        this.hierarchy = hierarchy;
        this.maker = maker;
    }

    /**
     * Moves a key to another state; an illegal transition is a {@code KEY_STATE_FORBIDS} problem and changes nothing.
     */
    @Transactional
    public void move(String keyId, KeyState next) {
        save(named(keyId, locked(keyId)), next);
    }

    /**
     * Makes a key the Active one; the previous one becomes Deactivated, and older keys that were never used become
     * Destroyed. Does nothing if the key is already Active.
     */
    @Transactional
    public void activate(String keyId) {
        List<KeyRow> versions = locked(keyId);
        activate(named(keyId, versions), versions);
    }

    /** Activates the newest usable key of this name and label; a {@code KEY_UNKNOWN} problem if there is none. */
    @Transactional
    public void activate(KeyName name, String label) {
        List<KeyRow> versions = rows.lock(name);
        KeyRow row = KeyHierarchy.usable(KeyLabels.labelled(versions, label))
                .orElseThrow(() -> hierarchy.unknown(name, versions));
        activate(row, versions);
    }

    private void activate(KeyRow row, List<KeyRow> versions) {
        hierarchy.keysFor(row).verify(row);
        if (row.state() == KeyState.ACTIVE) {
            return;
        }
        KeyRow activated = row.moved(KeyState.ACTIVE, maker.now());
        versions.stream()
                .filter(before -> before.state() == KeyState.ACTIVE)
                .forEach(before -> save(before, KeyState.DEACTIVATED));
        versions.stream()
                .filter(before -> before.state() == KeyState.GENERATED && before.version() < row.version())
                .forEach(before -> save(before, KeyState.DESTROYED));
        rows.update(hierarchy.keysFor(row).authenticate(activated));
    }

    /** Destroys the keys of a module with this label; Active keys are deactivated first. */
    @Transactional
    public void destroy(String module, String label) {
        rows.ofModule(module).stream()
                .collect(Collectors.groupingBy(KeyRow::name, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(versions -> destroy(KeyLabels.labelled(versions, label)));
    }

    /** Destroys every key of a module; Active keys are deactivated first. */
    @Transactional
    public void destroyAll(String module) {
        destroy(rows.ofModule(module));
    }

    private void destroy(List<KeyRow> destroyed) {
        for (KeyRow row : destroyed) {
            KeyRow left = row;
            if (row.state() == KeyState.ACTIVE) {
                left = save(row, KeyState.DEACTIVATED);
            }
            if (left.state() != KeyState.DESTROYED) {
                save(left, KeyState.DESTROYED);
            }
        }
    }

    /** Verifies the row before authenticating it again, so that an edited row cannot become valid by a state change. */
    private KeyRow save(KeyRow row, KeyState next) {
        hierarchy.keysFor(row).verify(row);
        KeyRow moved = hierarchy.keysFor(row).authenticate(row.moved(next, maker.now()));
        rows.update(moved);
        return moved;
    }

    private static KeyRow named(String keyId, List<KeyRow> versions) {
        return versions.stream()
                .filter(row -> row.id().equals(keyId))
                .findFirst()
                .orElseThrow();
    }

    private List<KeyRow> locked(String keyId) {
        KeyRow row = rows.find(keyId).orElseThrow(() -> new Problem(ProblemCode.KEY_UNKNOWN, keyId));
        return rows.lock(row.name());
    }
}
