package org.serviceexchange.kmf.keyring;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.RootKeyCare;
import org.serviceexchange.kmf.primitive.Aead;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.kmf.rootkey.PassphraseChange;
import org.serviceexchange.kmf.rootkey.RootKeyStore;
import org.springframework.stereotype.Component;

/**
 * Each act is a list of steps. A step is one write that is done as a whole or not at all, and after each of them key store,
 * passphrase and rows fit together.
 */
@Component
class RootKeySteps implements RootKeyCare {

    private static final String PREFIX = "irk-";

    private final RootKeyStore store;
    private final RootKeyRows rows;
    private final PassphraseChange passphrase;

    RootKeySteps(RootKeyStore store, RootKeyRows rows, PassphraseChange passphrase) {
        this.store = store;
        this.rows = rows;
        this.passphrase = passphrase;
    }

    @Override
    public Path changePassphrase(@Nullable Path file) {
        prepare();
        (file == null ? passphrase.steps() : passphrase.steps(file)).forEach(Runnable::run);
        return file == null ? passphrase.file() : file;
    }

    @Override
    public String rotateRootKey() {
        prepare();
        String id = next();
        rotation(id).forEach(Runnable::run);
        rows.prove();
        return id;
    }

    /** What an earlier change left is ended first: to begin another one would lose the passphrase that opens the store. */
    private void prepare() {
        rows.prove();
        store.settle();
    }

    /** After the highest that a row needs. */
    String next() {
        int highest = rows.needed().stream()
                .mapToInt(id -> Integer.parseInt(id.substring(PREFIX.length())))
                .max()
                .orElse(0);
        return PREFIX + (highest + 1);
    }

    /** A new key that an interrupted rotation left is replaced: no row needs it. */
    List<Runnable> rotation(String id) {
        return List.of(() -> addToStore(id), () -> rows.rewrap(id, store.rootKeys()), this::keepWhatRowsNeed);
    }

    private void addToStore(String id) {
        Map<String, byte[]> keys = needed();
        byte[] key = RandomBytes.of(Aead.KEY_LENGTH);
        keys.put(id, key);
        store.keep(keys);
        Arrays.fill(key, (byte) 0);
    }

    private void keepWhatRowsNeed() {
        store.keep(needed());
    }

    private Map<String, byte[]> needed() {
        Map<String, byte[]> keys = new TreeMap<>(store.rootKeys());
        keys.keySet().retainAll(rows.needed());
        return keys;
    }
}
