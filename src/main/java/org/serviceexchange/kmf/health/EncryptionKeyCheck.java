package org.serviceexchange.kmf.health;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Arrays;
import org.serviceexchange.kmf.keyring.KeyHierarchy;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.kmf.primitive.XWing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks that a value sealed to IAEK's public key opens with its private key, and does not open with an altered
 * encapsulation.
 */
@Component
@Order(50)
class EncryptionKeyCheck implements HealthCheck {

    private static final byte[] INFO = "kmf-health".getBytes(US_ASCII);
    private static final int MESSAGE_LENGTH = 32;

    private final KeyHierarchy hierarchy;
    private final Clock clock;
    private final XWing xWing = new XWing();

    EncryptionKeyCheck(KeyHierarchy hierarchy, Clock clock) {
        this.hierarchy = hierarchy;
        this.clock = clock;
    }

    @Override
    public String component() {
        return "encryptionKey";
    }

    @Override
    public HealthFinding check(KeyInventory keys) throws GeneralSecurityException {
        KeyRow row = keys.active(KeyName.ENCRYPTION);
        byte[] message = RandomBytes.of(MESSAGE_LENGTH);
        XWing.Sealed sealed = xWing.seal(row.publicPart(), INFO, INFO, message);
        if (!opens(row, sealed, message)) {
            return HealthFinding.malfunction("doesNotOpen");
        }
        sealed.encapsulation()[0] ^= 1;
        if (opens(row, sealed, message)) {
            return HealthFinding.malfunction("flippedEncapsulation");
        }
        return Expiry.of(row, clock.instant(), "keyOpens");
    }

    private boolean opens(KeyRow row, XWing.Sealed sealed, byte[] message) {
        byte[] key = hierarchy.unwrap(row);
        try {
            return Arrays.equals(XWing.open(sealed, key, INFO, INFO), message);
        } catch (GeneralSecurityException refused) {
            return false;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }
}
