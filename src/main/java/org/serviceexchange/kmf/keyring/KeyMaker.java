package org.serviceexchange.kmf.keyring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.kmf.primitive.Aead;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.RandomBytes;
import org.serviceexchange.kmf.primitive.RawKeyPair;
import org.serviceexchange.kmf.primitive.XWing;
import org.springframework.stereotype.Component;

/** Generates keys and drafts of their rows. */
@Component
class KeyMaker {

    static final String AES = "AES-256-GCM";
    private static final byte[] NOTHING = {};

    private final KmfSettings settings;
    private final Clock clock;

    KeyMaker(KmfSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A new instance key with its row, not yet wrapped. */
    Draft instanceKey(KeyName name, int version, String wrappedBy) {
        RawKeyPair pair = pair(name);
        KeyRow row = draft(
                name,
                algorithm(name),
                version,
                KeyState.ACTIVE,
                wrappedBy,
                pair.publicKey(),
                settings.instanceKeyLife());
        return new Draft(
                name.equals(KeyName.ENCRYPTER) ? withSentinel(row, pair.privateKey()) : row, pair.privateKey());
    }

    /** The row of a module key, not yet wrapped. */
    KeyRow moduleKey(KeyName name, String algorithm, int version, KeyState state, String wrappedBy, byte[] publicPart) {
        return draft(name, algorithm, version, state, wrappedBy, publicPart, settings.moduleKeyLife());
    }

    /** The current time, truncated to the precision of the database. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static RawKeyPair pair(KeyName name) {
        if (name.equals(KeyName.SIGNATURE)) {
            return new CompositeSignature().generate();
        }
        if (name.equals(KeyName.ENCRYPTION)) {
            return new XWing().generate();
        }
        return new RawKeyPair(NOTHING, RandomBytes.of(Aead.KEY_LENGTH));
    }

    private static String algorithm(KeyName name) {
        if (name.equals(KeyName.SIGNATURE)) {
            return "MLDSA65-Ed25519-SHA512";
        }
        if (name.equals(KeyName.ENCRYPTION)) {
            return "X-Wing";
        }
        return name.equals(KeyName.HMAC) || name.equals(KeyName.RECORD) ? "HMAC-SHA256" : AES;
    }

    private static KeyRow withSentinel(KeyRow row, byte[] key) {
        return row.sentinel(Sentinel.seal(key, row.id()));
    }

    private KeyRow draft(
            KeyName name,
            String algorithm,
            int version,
            KeyState state,
            String wrappedBy,
            byte[] publicPart,
            Duration life) {
        Instant now = now();
        String id = UUID.randomUUID().toString();
        return new KeyRow(
                id,
                name,
                algorithm,
                version,
                state,
                wrappedBy,
                NOTHING,
                publicPart,
                NOTHING,
                now,
                now,
                now.plus(life),
                NOTHING);
    }

    /** A row without its wrapped part, and the secret key bytes to wrap; the caller wipes them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Draft(KeyRow row, byte[] secret) {

        @Override
        public String toString() {
            return row.toString();
        }
    }
}
