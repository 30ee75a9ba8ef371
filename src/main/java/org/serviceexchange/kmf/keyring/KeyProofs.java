package org.serviceexchange.kmf.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.serviceexchange.kmf.primitive.Aead;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/** Proves that keys do what they must do and refuse what they must refuse. */
@Component
public class KeyProofs {

    private final KeyHierarchy hierarchy;
    private final KeyMaker maker;

    KeyProofs(KeyHierarchy hierarchy, KeyMaker maker) {
        this.hierarchy = hierarchy;
        this.maker = maker;
    }

    /** Throws unless the key store opens now, matches the database, and yields the top-level keys that are in use. */
    public void rootKey(List<KeyRow> instanceRows) {
        WrappingKeys fresh = hierarchy.open(instanceRows);
        byte[] probe = "same HMAC key".getBytes(UTF_8);
        if (!Arrays.equals(fresh.mac(probe), hierarchy.keys().mac(probe))) {
            throw new Problem(
                    ProblemCode.KEY_ROW_ALTERED,
                    KeyHierarchy.active(KeyName.HMAC, instanceRows).id());
        }
    }

    /** Wraps and unwraps a key with IKEK; returns whether altered associated data (one flipped bit) is refused. */
    public boolean wrapping(List<KeyRow> instanceRows) {
        KeyRow wrapping = KeyHierarchy.active(KeyName.KEY_ENCRYPTION, instanceRows);
        WrappingKeys keys = hierarchy.open(instanceRows);
        KeyName name = new KeyName("health", "check");
        KeyRow draft = maker.moduleKey(name, KeyMaker.AES, 1, KeyState.GENERATED, wrapping.id(), new byte[0]);
        byte[] key = RandomBytes.of(Aead.KEY_LENGTH);
        KeyRow wrapped = keys.wrap(draft, key);
        if (!Arrays.equals(keys.unwrap(wrapped), key)) {
            throw new Problem(ProblemCode.KEY_ROW_ALTERED, wrapping.id());
        }
        return !opens(keys, keys.authenticate(wrapped.of(new KeyName("health", "chec" + (char) ('k' ^ 1)))));
    }

    private static boolean opens(WrappingKeys keys, KeyRow row) {
        try {
            keys.unwrap(row);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    /** Throws if the row was altered. */
    public void row(KeyRow row) {
        hierarchy.keysFor(row).verify(row);
    }

    /** Returns whether the row is refused when its state is altered. */
    public boolean refusesAlteredState(KeyRow row) {
        KeyState other = row.state() == KeyState.SUSPENDED ? KeyState.ACTIVE : KeyState.SUSPENDED;
        try {
            hierarchy.keysFor(row).verify(row.in(other));
            return false;
        } catch (Problem refused) {
            return true;
        }
    }

    /** Throws unless the row's sentinel opens under its key; returns whether an altered sentinel is refused. */
    public boolean sentinel(KeyRow row) throws GeneralSecurityException {
        byte[] key = hierarchy.unwrap(row);
        try {
            Sentinel.verify(key, row.id(), row.sentinel());
            byte[] flipped = row.sentinel().clone();
            flipped[flipped.length - 1] ^= 1;
            return !opens(key, row, flipped);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static boolean opens(byte[] key, KeyRow row, byte[] sentinel) {
        try {
            Sentinel.verify(key, row.id(), sentinel);
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }
}
