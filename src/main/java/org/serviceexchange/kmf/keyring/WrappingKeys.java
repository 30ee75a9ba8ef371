package org.serviceexchange.kmf.keyring;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.serviceexchange.kmf.primitive.Aead;
import org.serviceexchange.kmf.primitive.Hmac;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** The upper keys of the hierarchy in memory: wraps, unwraps and authenticates rows. No {@code toString} that shows keys. */
final class WrappingKeys {

    private static final byte[] NO_DATA = {};

    private final String instance;
    private final Map<String, byte[]> byId;
    private final byte[] hmacKey;

    WrappingKeys(String instance, Map<String, byte[]> byId, byte[] hmacKey) {
        this.instance = instance;
        this.byId = Map.copyOf(byId);
        this.hmacKey = hmacKey.clone();
    }

    /** These and one more. */
    WrappingKeys with(String id, byte[] key) {
        Map<String, byte[]> more = new HashMap<>(byId);
        more.put(id, key.clone());
        return new WrappingKeys(instance, more, hmacKey);
    }

    String instance() {
        return instance;
    }

    boolean has(String wrappingKeyId) {
        return byId.containsKey(wrappingKeyId);
    }

    /** The row with this secret part, wrapped by the key that the row names, and authenticated. */
    KeyRow wrap(KeyRow row, byte[] secret) {
        return wrap(row, row.wrappedBy(), secret);
    }

    /** The row with this secret part, wrapped by another key, and authenticated. */
    KeyRow wrap(KeyRow row, String wrappingKeyId, byte[] secret) {
        KeyRow named = row.wrapped(wrappingKeyId, NO_DATA);
        return authenticate(named.wrapped(
                wrappingKeyId, Aead.seal(key(wrappingKeyId, row), named.associatedData(instance), secret)));
    }

    /** The secret part, which the caller wipes; a {@code KEY_ROW_ALTERED} problem if anything in the row was edited. */
    byte[] unwrap(KeyRow row) {
        verify(row);
        return unwrapUnverified(instance, row, key(row.wrappedBy(), row));
    }

    KeyRow authenticate(KeyRow row) {
        return row.authentication(mac(row.authenticated(instance)));
    }

    void verify(KeyRow row) {
        try {
            Hmac.verify(hmacKey, row.authenticated(instance), row.authentication());
        } catch (GeneralSecurityException e) {
            throw new Problem(ProblemCode.KEY_ROW_ALTERED, e, row.id());
        }
    }

    byte[] mac(byte[] data) {
        return Hmac.sha256(hmacKey, data);
    }

    /** For the HMAC key itself, which nothing can verify before it is unwrapped. */
    static byte[] unwrapUnverified(String instance, KeyRow row, byte[] wrappingKey) {
        try {
            return Aead.open(wrappingKey, row.associatedData(instance), row.wrapped());
        } catch (GeneralSecurityException e) {
            throw new Problem(ProblemCode.KEY_ROW_ALTERED, e, row.id());
        }
    }

    private byte[] key(String id, KeyRow row) {
        byte[] key = byId.get(id);
        if (key == null) {
            throw new Problem(ProblemCode.KEY_ROW_ALTERED, row.id());
        }
        return key;
    }
}
