package org.serviceexchange.kmf.keyring;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.primitive.Hmac;
import org.serviceexchange.platform.store.RecordMac;
import org.springframework.stereotype.Service;

/**
 * Authenticates records with the newest version of the record key; a tag starts with the version of the key in four
 * bytes. All usable versions stay unwrapped in memory for as long as the rows they came from are cached, because every
 * read of a record needs one.
 */
@Service
class RecordKeys implements RecordMac {

    private static final int TAG_LENGTH = Integer.BYTES + 32;

    private final InstanceKeyRows instanceKeys;
    private final KeyHierarchy hierarchy;
    private volatile @Nullable Unwrapped unwrapped;

    RecordKeys(InstanceKeyRows instanceKeys, KeyHierarchy hierarchy) {
        this.instanceKeys = instanceKeys;
        this.hierarchy = hierarchy;
    }

    @Override
    public byte[] mac(String purpose, byte[] bytes) {
        int version = instanceKeys.active(KeyName.RECORD).version();
        byte[] key = key(version);
        if (key == null) {
            throw new IllegalStateException("The Active record key is not among the usable ones.");
        }
        return tag(version, key, purpose, bytes);
    }

    /** An unknown version may be one that another node has just made: the rows are read again. */
    @Override
    public boolean verify(String purpose, byte[] bytes, byte[] tag) {
        if (tag.length != TAG_LENGTH) {
            return false;
        }
        int version = ByteBuffer.wrap(tag).getInt();
        byte[] key = key(version);
        if (key == null) {
            instanceKeys.forget();
            key = key(version);
        }
        return key != null && MessageDigest.isEqual(tag(version, key, purpose, bytes), tag);
    }

    private byte[] tag(int version, byte[] key, String purpose, byte[] bytes) {
        byte[] input =
                LengthPrefixedFields.encode("kmf-record", hierarchy.keys().instance(), version, purpose, bytes);
        return ByteBuffer.allocate(TAG_LENGTH)
                .putInt(version)
                .put(Hmac.sha256(key, input))
                .array();
    }

    private byte @Nullable [] key(int version) {
        List<KeyRow> rows = instanceKeys.all();
        Unwrapped last = unwrapped;
        if (last == null || last.rows() != rows) {
            last = unwrap(rows);
            unwrapped = last;
        }
        return last.byVersion().get(version);
    }

    private Unwrapped unwrap(List<KeyRow> rows) {
        Map<Integer, byte[]> byVersion = new HashMap<>();
        for (KeyRow row : rows) {
            if (row.name().equals(KeyName.RECORD) && row.state().mayProcess()) {
                byVersion.put(row.version(), hierarchy.unwrap(row));
            }
        }
        return new Unwrapped(rows, Map.copyOf(byVersion));
    }

    /** The usable record keys and the cached rows they came from. */
    private record Unwrapped(List<KeyRow> rows, Map<Integer, byte[]> byVersion) {

        @Override
        public String toString() {
            return "Unwrapped";
        }
    }
}
