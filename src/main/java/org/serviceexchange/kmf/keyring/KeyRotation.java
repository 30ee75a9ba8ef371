package org.serviceexchange.kmf.keyring;

import java.util.Arrays;
import java.util.List;
import org.serviceexchange.kmf.SignatureKeyReplaced;
import org.serviceexchange.kmf.keyring.KeyMaker.Draft;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a new version of an instance key, in one transaction. No other row is written but that of the version before: a
 * new key encryption key wraps what is made from now on, and what the earlier ones wrapped still opens under them,
 * because each row names the key that wraps it.
 */
@Component
class KeyRotation {

    private final KeyRows rows;
    private final KeyHierarchy hierarchy;
    private final KeyMaker maker;
    private final ApplicationEventPublisher events;

    KeyRotation(KeyRows rows, KeyHierarchy hierarchy, KeyMaker maker, ApplicationEventPublisher events) {
        this.rows = rows;
        this.hierarchy = hierarchy;
        this.maker = maker;
        this.events = events;
    }

    /**
     * The previous version becomes Deactivated; the HMAC key and module keys are a {@code KEY_NOT_ROTATABLE} problem.
     */
    @Transactional
    public void rotate(KeyName name) {
        if (!name.module().equals(KeyName.INSTANCE) || name.equals(KeyName.HMAC)) {
            throw new Problem(ProblemCode.KEY_NOT_ROTATABLE, name);
        }
        List<KeyRow> versions = rows.lock(name);
        if (versions.isEmpty()) {
            throw new Problem(ProblemCode.KEY_UNKNOWN, name);
        }
        for (KeyRow row : versions) {
            hierarchy.keysFor(row).verify(row);
            if (row.state() == KeyState.ACTIVE) {
                KeyRow deactivated = row.moved(KeyState.DEACTIVATED, maker.now());
                rows.update(hierarchy.keysFor(row).authenticate(deactivated));
            }
        }
        KeyRow made = insert(name, versions.get(0).version() + 1);
        if (name.equals(KeyName.SIGNATURE)) {
            versions.stream()
                    .filter(row -> row.state() == KeyState.ACTIVE)
                    .forEach(former -> events.publishEvent(new SignatureKeyReplaced(
                            Thumbprint.of(former.publicPart()), Thumbprint.of(made.publicPart()))));
        }
    }

    private KeyRow insert(KeyName name, int version) {
        String wrappedBy = name.equals(KeyName.KEY_ENCRYPTION)
                ? hierarchy.active(KeyName.HMAC).wrappedBy()
                : hierarchy.active(KeyName.KEY_ENCRYPTION).id();
        Draft draft = maker.instanceKey(name, version, wrappedBy);
        rows.insert(hierarchy.keysFor(draft.row()).wrap(draft.row(), draft.secret()));
        Arrays.fill(draft.secret(), (byte) 0);
        return draft.row();
    }
}
