package org.serviceexchange.kmf.keyring;

import java.util.List;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;

/** The operations on keys that a cryptographic manager may perform. */
@Service
public class KeyLifeCycle {

    private final KeyRows rows;
    private final KeyMoves moves;
    private final KeyRotation rotation;
    private final InstanceKeyRows instanceKeys;

    KeyLifeCycle(KeyRows rows, KeyMoves moves, KeyRotation rotation, InstanceKeyRows instanceKeys) {
        this.rows = rows;
        this.moves = moves;
        this.rotation = rotation;
        this.instanceKeys = instanceKeys;
    }

    /** Every version of the instance keys, newest first within a purpose. */
    public List<KeyRow> instanceKeys() {
        return rows.ofModule(KeyName.INSTANCE);
    }

    /**
     * Moves a key to another state. A {@code KEY_STATE_FORBIDS} problem, without any change, for an illegal transition,
     * for the HMAC key, and for a key that still wraps others.
     */
    public void move(String keyId, KeyState next) {
        KeyRow row = rows.find(keyId).orElseThrow(() -> new Problem(ProblemCode.KEY_UNKNOWN, keyId));
        if (row.name().equals(KeyName.HMAC) || (!next.mayProcess() && rows.anyWrappedBy(keyId))) {
            throw new Problem(ProblemCode.KEY_STATE_FORBIDS, keyId, row.state().label(), next.label());
        }
        if (next == KeyState.ACTIVE) {
            moves.activate(keyId);
        } else {
            moves.move(keyId, next);
        }
        instanceKeys.forget();
    }

    /** Makes a new version of an instance key and deactivates the previous one. */
    public void rotate(KeyName name) {
        rotation.rotate(name);
        instanceKeys.forget();
    }
}
