package org.serviceexchange.kmf.keys;

import java.util.List;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves of keys through their life, each in one transaction over locked rows. */
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

    /** An illegal move is a {@code KEY_STATE_FORBIDS} problem and changes nothing. */
    @Transactional
    public void move(String keyId, KeyState next) {
        KeyRow row = verified(keyId, locked(keyId));
        save(row, next);
    }

    /** Makes a key the Active one; the one before becomes Deactivated. Active already: nothing. */
    @Transactional
    public void activate(String keyId) {
        List<KeyRow> versions = locked(keyId);
        KeyRow row = verified(keyId, versions);
        if (row.state() == KeyState.ACTIVE) {
            return;
        }
        KeyRow activated = row.moved(KeyState.ACTIVE, maker.now());
        for (KeyRow before : versions) {
            if (before.state() == KeyState.ACTIVE) {
                save(before, KeyState.DEACTIVATED);
            }
        }
        rows.update(hierarchy.keysFor(row).authenticate(activated));
    }

    /** Destroys every key of a module, deactivating it first where it is Active. */
    @Transactional
    public void destroyAll(String module) {
        for (KeyRow row : rows.ofModule(module)) {
            hierarchy.keysFor(row).verify(row);
            KeyRow left = row;
            if (row.state() == KeyState.ACTIVE) {
                left = save(row, KeyState.DEACTIVATED);
            }
            if (left.state() != KeyState.DESTROYED) {
                save(left, KeyState.DESTROYED);
            }
        }
    }

    private KeyRow save(KeyRow row, KeyState next) {
        KeyRow moved = hierarchy.keysFor(row).authenticate(row.moved(next, maker.now()));
        rows.update(moved);
        return moved;
    }

    private KeyRow verified(String keyId, List<KeyRow> versions) {
        KeyRow row = versions.stream()
                .filter(candidate -> candidate.id().equals(keyId))
                .findFirst()
                .orElseThrow();
        hierarchy.keysFor(row).verify(row);
        return row;
    }

    private List<KeyRow> locked(String keyId) {
        KeyRow row = rows.find(keyId).orElseThrow(() -> new Problem(ProblemCode.KEY_UNKNOWN, keyId));
        return rows.lock(row.name());
    }
}
