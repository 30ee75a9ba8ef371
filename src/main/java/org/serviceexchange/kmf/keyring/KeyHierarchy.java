package org.serviceexchange.kmf.keyring;

import jakarta.annotation.PostConstruct;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.keyring.KeyRows.InstanceRoot;
import org.serviceexchange.kmf.rootkey.RootKeyStore;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * The key hierarchy: IRK wraps IKEK and IHK, IKEK wraps every other key, IHK authenticates every row. Opened at start;
 * the start fails if the root key does not match the database.
 */
@Component
public class KeyHierarchy {

    private static final int STARTS_AT_ONCE = 20;

    private final KeyRows rows;
    private final RootKeyStore rootKeys;
    private final KeyRingInitialization firstStart;
    private volatile @Nullable WrappingKeys opened;

    KeyHierarchy(KeyRows rows, RootKeyStore rootKeys, KeyRingInitialization firstStart) {
        this.rows = rows;
        this.rootKeys = rootKeys;
        this.firstStart = firstStart;
    }

    @PostConstruct
    void start() {
        for (int attempt = 1; rows.root().isEmpty(); attempt++) {
            makeKeysUnlessAnotherNodeDoes(attempt);
        }
        WrappingKeys keys = open(instanceRows());
        if (rows.root().orElseThrow().keySet() < KeyRingInitialization.KEY_SET) {
            firstStart.addRecordKey(keys);
        }
        opened = keys;
    }

    private List<KeyRow> instanceRows() {
        return rows.ofModule(KeyName.INSTANCE);
    }

    /**
     * If two nodes start at once, the second waits in the database, is refused there, and then reads the keys of the
     * first.
     */
    private void makeKeysUnlessAnotherNodeDoes(int attempt) {
        try {
            firstStart.makeKeys();
        } catch (DataIntegrityViolationException | TransientDataAccessException e) {
            if (attempt == STARTS_AT_ONCE) {
                throw e;
            }
        }
    }

    /** Opens the key store and the top-level rows again, for health checks; the keys in use do not change. */
    WrappingKeys open(List<KeyRow> instanceRows) {
        InstanceRoot root = rows.root().orElseThrow();
        Map<String, byte[]> keys = new HashMap<>(rootKeys.rootKeys());
        KeyRow hmac = active(KeyName.HMAC, instanceRows);
        byte[] rootKey = rootKey(root, keys.get(hmac.wrappedBy()));
        byte[] hmacKey = WrappingKeys.unwrapUnverified(root.instance(), hmac, rootKey);
        WrappingKeys upper = new WrappingKeys(root.instance(), keys, hmacKey);
        upper.verify(hmac);
        for (KeyRow row : instanceRows) {
            if (row.name().equals(KeyName.KEY_ENCRYPTION) && row.state().mayProcess()) {
                keys.put(row.id(), upper.unwrap(row));
            }
        }
        return new WrappingKeys(root.instance(), keys, hmacKey);
    }

    /** The root key that the database needs, if the store has it and it is the one of this database. */
    private byte[] rootKey(InstanceRoot root, byte @Nullable [] key) {
        if (key == null) {
            throw new Problem(ProblemCode.KEY_STORE_FOREIGN, rootKeys.name());
        }
        try {
            Sentinel.verify(key, root.instance(), root.rootCheck());
            return key;
        } catch (GeneralSecurityException e) {
            throw new Problem(ProblemCode.KEY_STORE_FOREIGN, e, rootKeys.name());
        }
    }

    /** The Active row of an instance key; a {@code KEY_UNKNOWN} problem if there is none. */
    KeyRow active(KeyName name) {
        return active(name, rows.named(name));
    }

    /** The Active row of a name among these; a {@code KEY_UNKNOWN} problem if there is none. */
    public static KeyRow active(KeyName name, List<KeyRow> candidates) {
        return candidates.stream()
                .filter(row -> row.name().equals(name) && row.state().mayProtect())
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.KEY_UNKNOWN, name));
    }

    /** The newest usable row among these rows of one name, which are ordered newest first. */
    static Optional<KeyRow> usable(List<KeyRow> versions) {
        return versions.stream()
                .filter(row -> row.state() == KeyState.GENERATED || row.state() == KeyState.ACTIVE)
                .findFirst();
    }

    /** The problem that a name has no usable key; if a row was altered, which may have hidden the key, that one instead. */
    Problem unknown(KeyName name, List<KeyRow> versions) {
        versions.forEach(row -> keysFor(row).verify(row));
        return new Problem(ProblemCode.KEY_UNKNOWN, name);
    }

    /** The top-level keys in use. */
    WrappingKeys keys() {
        return Objects.requireNonNull(opened, "the key hierarchy is opened at start");
    }

    /** The top-level keys in use, reloaded if the row names a wrapping key that another node has made since. */
    WrappingKeys keysFor(KeyRow row) {
        if (!keys().has(row.wrappedBy())) {
            opened = open(instanceRows());
        }
        return keys();
    }

    /** The secret key bytes of a row, which the caller wipes; does not check the state of the key. */
    public byte[] unwrap(KeyRow row) {
        return keysFor(row).unwrap(row);
    }
}
