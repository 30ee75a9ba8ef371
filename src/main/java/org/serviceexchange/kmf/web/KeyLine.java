package org.serviceexchange.kmf.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.serviceexchange.kmf.keys.KeyName;
import org.serviceexchange.kmf.keys.KeyRow;
import org.serviceexchange.kmf.keys.KeyState;

/** One key as the page shows it, with the moves that are legal and whether it can get a new version. */
record KeyLine(
        String id,
        String name,
        String purpose,
        int version,
        String algorithm,
        KeyState state,
        LocalDate expires,
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
                name(row.name()),
                row.name().purpose(),
                row.version(),
                row.algorithm(),
                row.state(),
                row.expiresAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                moves,
                !fixed && row.state() == KeyState.ACTIVE);
    }

    private static String name(KeyName name) {
        return switch (name.purpose()) {
            case "key-encryption" -> "Key encryption key";
            case "hmac" -> "HMAC key";
            case "signature" -> "Signature key";
            case "encryption" -> "Encryption key";
            case "encrypter" -> "Encrypter";
            default -> name.purpose();
        };
    }
}
