package org.serviceexchange.kmf.keyring;

import java.security.GeneralSecurityException;
import java.util.Map;
import org.serviceexchange.kmf.primitive.Aead;
import org.serviceexchange.kmf.primitive.Hmac;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** The top-level keys in memory: wraps, unwraps and authenticates rows. Its {@code toString} never shows keys. */
final class WrappingKeys {

    private final String instance;
    private final Map<String, byte[]> byId;
    private final byte[] hmacKey;

    WrappingKeys(String instance, Map<String, byte[]> byId, byte[] hmacKey) {
        this.instance = instance;
        this.byId = Map.copyOf(byId);
        this.hmacKey = hmacKey.clone();
    }

    String instance() {
        return instance;
    }

    boolean has(String wrappingKeyId) {
        return byId.containsKey(wrappingKeyId);
    }

    /** The row with these secret key bytes, wrapped by the key that the row names, and authenticated. */
    KeyRow wrap(KeyRow row, byte[] secret) {
        byte[] wrapped = Aead.seal(key(row.wrappedBy(), row), row.associatedData(instance), secret);
        return authenticate(row.wrapped(wrapped));
    }

    /** The secret key bytes, which the caller wipes; a {@code KEY_ROW_ALTERED} problem if the row was edited. */
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

    /** Unwraps the HMAC key itself, whose row cannot be verified before it is unwrapped. */
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
