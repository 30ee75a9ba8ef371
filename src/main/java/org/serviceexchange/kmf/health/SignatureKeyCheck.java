package org.serviceexchange.kmf.health;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import org.serviceexchange.kmf.keyring.KeyHierarchy;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks that ISK signs a nonce, that its public key verifies the signature, and that an altered signature is refused.
 */
@Component
@Order(40)
class SignatureKeyCheck implements HealthCheck {

    private static final int NONCE_LENGTH = 32;

    private final KeyHierarchy hierarchy;
    private final Clock clock;
    private final CompositeSignature signature = new CompositeSignature();

    SignatureKeyCheck(KeyHierarchy hierarchy, Clock clock) {
        this.hierarchy = hierarchy;
        this.clock = clock;
    }

    @Override
    public String component() {
        return "signatureKey";
    }

    @Override
    public HealthFinding check(KeyInventory keys) throws GeneralSecurityException {
        KeyRow row = keys.active(KeyName.SIGNATURE);
        byte[] nonce = RandomBytes.of(NONCE_LENGTH);
        byte[] signed = sign(row, nonce);
        if (!verifies(row, nonce, signed)) {
            return HealthFinding.malfunction("doesNotVerify");
        }
        signed[signed.length / 2] ^= 1;
        if (verifies(row, nonce, signed)) {
            return HealthFinding.malfunction("flippedSignature");
        }
        return Expiry.of(row, clock.instant(), "keySigns");
    }

    private byte[] sign(KeyRow row, byte[] nonce) throws GeneralSecurityException {
        byte[] key = hierarchy.unwrap(row);
        try {
            return signature.sign(key, nonce);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static boolean verifies(KeyRow row, byte[] nonce, byte[] signed) {
        try {
            CompositeSignature.verify(row.publicPart(), nonce, signed);
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }
}
