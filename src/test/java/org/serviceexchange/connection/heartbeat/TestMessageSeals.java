package org.serviceexchange.connection.heartbeat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.serviceexchange.kmf.MessageSeals;
import org.serviceexchange.kmf.primitive.Hmac;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.kmf.primitive.Xaes;

/** Keys of modules in memory, for both directions; whatever their labels, since each module has one set. */
public final class TestMessageSeals implements MessageSeals, MessageSeals.Keys {

    private final Map<String, byte[]> keys = new HashMap<>();
    private final Supplier<byte[]> nonces;

    public TestMessageSeals() {
        this(() -> RandomBytes.of(Xaes.NONCE_LENGTH));
    }

    /** With nonces that an example needs. */
    public TestMessageSeals(Supplier<byte[]> nonces) {
        this.nonces = nonces;
    }

    public TestMessageSeals with(String module, String purpose, byte[] key) {
        keys.put(module + " " + purpose, key);
        return this;
    }

    public void destroy(String module) {
        keys.keySet().removeIf(name -> name.startsWith(module + " "));
    }

    @Override
    public Keys of(Collection<String> modules) {
        return this;
    }

    @Override
    public boolean has(String module, String purpose, String label) {
        return keys.containsKey(module + " " + purpose);
    }

    @Override
    public byte[] seal(String module, String purpose, String label, String use, byte[] associatedData, byte[] plain) {
        return Xaes.seal(derived(module, purpose, use), nonces.get(), associatedData, plain);
    }

    @Override
    public Optional<byte[]> open(
            String module, String purpose, String label, String use, byte[] associatedData, byte[] sealed) {
        try {
            return Optional.of(Xaes.open(derived(module, purpose, use), associatedData, sealed));
        } catch (GeneralSecurityException notSealedSo) {
            return Optional.empty();
        }
    }

    private byte[] derived(String module, String purpose, String use) {
        byte[] info = Arrays.copyOf(use.getBytes(US_ASCII), use.length() + 1);
        info[use.length()] = 1;
        return Hmac.sha256(keys.get(module + " " + purpose), info);
    }
}
