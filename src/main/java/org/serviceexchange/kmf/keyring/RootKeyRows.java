package org.serviceexchange.kmf.keyring;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.serviceexchange.kmf.keyring.KeyRows.InstanceRoot;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The few rows that a root key wraps: the HMAC key and the versions of the key encryption key. */
@Component
class RootKeyRows {

    private final KeyRows rows;
    private final KeyHierarchy hierarchy;

    RootKeyRows(KeyRows rows, KeyHierarchy hierarchy) {
        this.rows = rows;
        this.hierarchy = hierarchy;
    }

    /** The ids of the root keys that rows need. */
    Set<String> needed() {
        Set<String> ids = new TreeSet<>();
        Stream.of(KeyName.HMAC, KeyName.KEY_ENCRYPTION)
                .flatMap(name -> rows.named(name).stream())
                .filter(row -> row.state() != KeyState.DESTROYED || row.name().equals(KeyName.HMAC))
                .forEach(row -> ids.add(row.wrappedBy()));
        return ids;
    }

    /**
     * Wraps them all by another root key, in one transaction. No other row changes, because none is wrapped by a root key.
     *
     * @param rootKeys all that the store has, the new one included
     */
    @Transactional
    public void rewrap(String id, Map<String, byte[]> rootKeys) {
        InstanceRoot root = rows.root().orElseThrow();
        List<KeyRow> all = Stream.of(KeyName.HMAC, KeyName.KEY_ENCRYPTION)
                .flatMap(name -> rows.lock(name).stream())
                .filter(row -> row.state() != KeyState.DESTROYED)
                .toList();
        KeyRow hmac = KeyHierarchy.active(KeyName.HMAC, all);
        byte[] before = Objects.requireNonNull(rootKeys.get(hmac.wrappedBy()), "the store was opened");
        byte[] hmacKey = WrappingKeys.unwrapUnverified(root.instance(), hmac, before);
        WrappingKeys keys = new WrappingKeys(root.instance(), new HashMap<>(rootKeys), hmacKey);
        for (KeyRow row : all) {
            byte[] secret = keys.unwrap(row);
            rows.update(keys.wrap(row.under(id), secret));
            Arrays.fill(secret, (byte) 0);
        }
        Arrays.fill(hmacKey, (byte) 0);
        rows.changeRootCheck(Sentinel.seal(Objects.requireNonNull(rootKeys.get(id), "a new key"), root.instance()));
    }

    /** Whether the keys in use are those that a start would open. */
    void prove() {
        hierarchy.open(rows.ofModule(KeyName.INSTANCE));
    }
}
