package org.serviceexchange.kmf.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.serviceexchange.kmf.keyring.KeyName;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.keyring.KeyState;
import org.serviceexchange.platform.message.LocalizedMessage;

/** One key as the page shows it, with its legal state transitions and whether it can be rotated. */
record KeyLine(
        String id,
        LocalizedMessage name,
        String purpose,
        String version,
        String algorithm,
        KeyState state,
        Instant expires,
        List<KeyState> moves,
        boolean rotatable) {

    static KeyLine of(KeyRow row) {
        boolean fixed = row.name().equals(KeyName.HMAC);
        List<KeyState> moves = fixed
                ? List.of()
                : Arrays.stream(KeyState.values())
                        .filter(row.state()::mayBecome)
                        .toList();
        return new KeyLine(
                row.id(),
                LocalizedMessage.of("kmf.key." + row.name().purpose()),
                row.name().purpose(),
                String.valueOf(row.version()),
                row.algorithm(),
                row.state(),
                row.expiresAt(),
                moves,
                !fixed && row.state() == KeyState.ACTIVE);
    }
}
