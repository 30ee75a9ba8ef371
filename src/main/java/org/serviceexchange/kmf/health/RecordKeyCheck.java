package org.serviceexchange.kmf.health;

import java.time.Clock;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.platform.store.RecordMac;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that the record key authenticates a nonce, and refuses it under another purpose and with a flipped bit. */
@Component
@Order(35)
class RecordKeyCheck implements HealthCheck {

    private static final String PURPOSE = "kmf-health";
    private static final int NONCE_LENGTH = 32;

    private final RecordMac mac;
    private final KeyProofs proofs;
    private final Clock clock;

    RecordKeyCheck(RecordMac mac, KeyProofs proofs, Clock clock) {
        this.mac = mac;
        this.proofs = proofs;
        this.clock = clock;
    }

    @Override
    public String component() {
        return "recordKey";
    }

    @Override
    public HealthFinding check(KeyInventory keys) {
        KeyRow row = keys.active(KeyName.RECORD);
        proofs.row(row);
        byte[] nonce = RandomBytes.of(NONCE_LENGTH);
        byte[] tag = mac.mac(PURPOSE, nonce);
        if (!mac.verify(PURPOSE, nonce, tag)) {
            return HealthFinding.malfunction("recordDoesNotVerify");
        }
        boolean otherPurpose = mac.verify("other-" + PURPOSE, nonce, tag);
        nonce[0] ^= 1;
        if (otherPurpose || mac.verify(PURPOSE, nonce, tag)) {
            return HealthFinding.malfunction("alteredRecordAccepted");
        }
        return row.expiresAt().isBefore(clock.instant())
                ? HealthFinding.degraded("recordKeyOld")
                : HealthFinding.operational("recordsAuthenticated");
    }
}
