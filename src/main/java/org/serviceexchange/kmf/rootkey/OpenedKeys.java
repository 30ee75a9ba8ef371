package org.serviceexchange.kmf.rootkey;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.serviceexchange.kmf.primitive.Thumbprint;

/** The root keys that were read from one content of a key store with one passphrase; so a key store is decrypted once. */
final class OpenedKeys {

    private final byte[] fingerprint;
    private final Map<String, byte[]> keys;

    OpenedKeys(byte[] fingerprint, Map<String, byte[]> keys) {
        this.fingerprint = fingerprint;
        this.keys = keys;
    }

    /** SHA-256 over passphrase and content. */
    static byte[] fingerprint(byte[] content, char[] passphrase) {
        byte[] bytes = new byte[2 * passphrase.length + 1];
        for (int i = 0; i < passphrase.length; i++) {
            bytes[2 * i] = (byte) (passphrase[i] >> 8);
            bytes[2 * i + 1] = (byte) passphrase[i];
        }
        return Thumbprint.sha256(bytes, content);
    }

    /** Whether the keys were read from the content, with the passphrase, of this fingerprint. */
    boolean have(byte[] other) {
        return Arrays.equals(fingerprint, other);
    }

    /** Copies, which their reader overwrites after use. */
    Map<String, byte[]> copies() {
        Map<String, byte[]> copies = new TreeMap<>();
        keys.forEach((id, key) -> copies.put(id, key.clone()));
        return copies;
    }
}
