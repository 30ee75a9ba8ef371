package org.serviceexchange.kmf.health;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.primitive.Hmac;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Checks that HMAC gives a known answer (RFC 4231, test case 2) and that IHK authenticates the examined rows. */
@Component
@Order(30)
class HmacKeyCheck implements HealthCheck {

    private static final byte[] KNOWN_ANSWER =
            HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    private static final int NAMED_AT_MOST = 3;

    private final KeyProofs proofs;

    HmacKeyCheck(KeyProofs proofs) {
        this.proofs = proofs;
    }

    @Override
    public String component() {
        return "hmacKey";
    }

    @Override
    public HealthFinding check(KeyInventory keys) {
        byte[] answer = Hmac.sha256("Jefe".getBytes(US_ASCII), "what do ya want for nothing?".getBytes(US_ASCII));
        if (!Arrays.equals(answer, KNOWN_ANSWER)) {
            return HealthFinding.malfunction("hmacWrong");
        }
        if (!keys.altered().isEmpty()) {
            return HealthFinding.malfunction("rowsAltered", KeyInventory.named(keys.altered(), NAMED_AT_MOST));
        }
        KeyRow own = keys.active(KeyName.HMAC);
        return proofs.refusesAlteredState(own)
                ? HealthFinding.operational("rowsUnaltered", keys.verified())
                : HealthFinding.malfunction("alteredRowAccepted");
    }
}
