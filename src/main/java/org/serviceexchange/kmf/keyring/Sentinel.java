package org.serviceexchange.kmf.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.serviceexchange.kmf.primitive.Aead;

/** A known text encrypted under a key: if it decrypts, the key is unchanged. */
final class Sentinel {

    private static final String TEXT = "Service Exchange";

    private Sentinel() {}

    static byte[] seal(byte[] key, String keyId) {
        return Aead.seal(key, associatedData(keyId), TEXT.getBytes(UTF_8));
    }

    /** Throws unless this key decrypts this sentinel. */
    static void verify(byte[] key, String keyId, byte[] sealed) throws GeneralSecurityException {
        if (!Arrays.equals(Aead.open(key, associatedData(keyId), sealed), TEXT.getBytes(UTF_8))) {
            throw new GeneralSecurityException("the sentinel decrypted to another text");
        }
    }

    private static byte[] associatedData(String keyId) {
        return LengthPrefixedFields.encode("kmf-sentinel", keyId);
    }
}
