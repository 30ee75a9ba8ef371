package org.serviceexchange.kmf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.serviceexchange.kmf.primitive.Aead;
import org.serviceexchange.platform.session.SessionSeal;
import org.springframework.stereotype.Service;

/**
 * Computes the key of each session from its id with the keyed hash of this instance. Both are needed: the instance alone has
 * no ids, and a browser has no key. That of the hash is in memory since the start, so that people can log in whatever is
 * wrong with the other keys.
 */
@Service
class SessionKeys implements SessionSeal {

    private final KeyedHash hash;
    private final RandomSecrets secrets;

    SessionKeys(KeyedHash hash, RandomSecrets secrets) {
        this.hash = hash;
        this.secrets = secrets;
    }

    @Override
    public String newId() {
        return secrets.next();
    }

    @Override
    public String row(String id) {
        return hash.of("browser-session", id);
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
        return Base64.getUrlDecoder().decode(hash.of("browser-session-value", id));
    }
}
