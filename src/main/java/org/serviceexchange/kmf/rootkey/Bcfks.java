package org.serviceexchange.kmf.rootkey;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The file key store's format: Bouncy Castle's BCFKS, PBKDF2 with HMAC-SHA512 and {@value #ITERATIONS} iterations. */
final class Bcfks {

    static final int ITERATIONS = 600_000;
    private static final int SALT_LENGTH = 32;

    private Bcfks() {}

    /** @param keys by their ids, which the format spells in lower case */
    static byte[] encode(Map<String, byte[]> keys, char[] passphrase, int iterations) {
        PBKDF2Config derivation = new PBKDF2Config.Builder()
                .withPRF(PBKDF2Config.PRF_SHA512)
                .withIterationCount(iterations)
                .withSaltLength(SALT_LENGTH)
                .build();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            KeyStore store = emptyStore();
            store.load(new BCFKSLoadStoreParameter.Builder()
                    .withStorePBKDFConfig(derivation)
                    .build());
            for (var key : keys.entrySet()) {
                store.setKeyEntry(key.getKey(), new SecretKeySpec(key.getValue(), "AES"), passphrase, null);
            }
            store.store(new BCFKSLoadStoreParameter.Builder(content, passphrase)
                    .withStorePBKDFConfig(derivation)
                    .build());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The key store cannot be made.", e);
        }
        return content.toByteArray();
    }

    static Map<String, byte[]> decode(byte[] content, char[] passphrase) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        store.load(new ByteArrayInputStream(content), passphrase);
        Map<String, byte[]> keys = new TreeMap<>();
        for (String id : Collections.list(store.aliases())) {
            Key key = store.getKey(id, passphrase);
            if (key == null) {
                throw new UnrecoverableKeyException("the entry " + id + " is no key");
            }
            keys.put(id, key.getEncoded());
        }
        return keys;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        return KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
    }
}
