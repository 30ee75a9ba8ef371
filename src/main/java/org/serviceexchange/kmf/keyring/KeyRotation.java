package org.serviceexchange.kmf.keyring;

import java.util.Arrays;
import java.util.List;
import org.serviceexchange.kmf.keyring.KeyMaker.Draft;
import org.serviceexchange.kmf.rootkey.RootKeyStore;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a new version of an instance key, in one transaction. */
@Component
class KeyRotation {

    private static final int PAGE = 500;

    private final KeyRows rows;
    private final KeyHierarchy hierarchy;
    private final KeyMaker maker;

    KeyRotation(KeyRows rows, KeyHierarchy hierarchy, KeyMaker maker) {
        this.rows = rows;
        this.hierarchy = hierarchy;
        this.maker = maker;
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
        insert(name, versions.get(0).version() + 1);
    }

    private void insert(KeyName name, int version) {
        boolean wrapsOthers = name.equals(KeyName.KEY_ENCRYPTION);
        String wrappedBy = wrapsOthers
                ? RootKeyStore.ROOT_KEY_ID
                : hierarchy.active(KeyName.KEY_ENCRYPTION).id();
        Draft draft = maker.instanceKey(name, version, wrappedBy);
        rows.insert(hierarchy.keysFor(draft.row()).wrap(draft.row(), draft.secret()));
        if (wrapsOthers) {
            wrapAllAgain(
                    hierarchy.keys().with(draft.row().id(), draft.secret()),
                    draft.row().id());
        }
        Arrays.fill(draft.secret(), (byte) 0);
    }

    private void wrapAllAgain(WrappingKeys keys, String wrappingKeyId) {
        String last = "";
        List<KeyRow> page;
        do {
            page = rows.page(last, PAGE);
            for (KeyRow row : page) {
                last = row.id();
                if (!row.wrappedBy().equals(RootKeyStore.ROOT_KEY_ID) && row.state() != KeyState.DESTROYED) {
                    wrapAgain(row, keys, wrappingKeyId);
                }
            }
        } while (page.size() == PAGE);
    }

    private void wrapAgain(KeyRow row, WrappingKeys keys, String wrappingKeyId) {
        byte[] secret = keys.unwrap(row);
        try {
            rows.update(keys.wrap(row, wrappingKeyId, secret));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
