package org.serviceexchange.kmf.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.serviceexchange.kmf.primitive.Aead;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.platform.session.SessionSeal;
import org.springframework.stereotype.Service;

/**
 * Computes the key of each session from its id under IHK. Both are needed: the instance alone has no ids, and a browser
 * has no IHK. IHK is in memory since the start, so that people can log in whatever is wrong with the other keys.
 */
@Service
class SessionKeys implements SessionSeal {

    private static final int ID_BYTES = 32;

    private final KeyHierarchy hierarchy;

    SessionKeys(KeyHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    @Override
    public String newId() {
        return text(RandomBytes.of(ID_BYTES));
    }

    @Override
    public String row(String id) {
        return text(derived("browser-session", id));
    }

    @Override
    public byte[] seal(String id, String name, byte[] value) {
        return Aead.seal(key(id), name.getBytes(UTF_8), value);
    }

    @Override
    public Optional<byte[]> open(String id, String name, byte[] sealed) {
        try {
            return Optional.of(Aead.open(key(id), name.getBytes(UTF_8), sealed));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] key(String id) {
        return derived("browser-session-value", id);
    }

    private byte[] derived(String purpose, String id) {
        return hierarchy.keys().mac(LengthPrefixedFields.encode(purpose, id));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
