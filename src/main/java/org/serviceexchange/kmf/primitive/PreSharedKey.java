package org.serviceexchange.kmf.primitive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

/**
 * A pre-shared key for HPKE (RFC 9180) in mode psk with the KEM X-Wing, export-only. Bouncy Castle checks neither length, so
 * this does.
 *
 * <p>Security guarantees: Who does not know the pre-shared key gets other secrets. It has 32 bytes and an id.
 *
 * @param key {@value #LENGTH} bytes
 * @param id its id, which is public; at least one byte
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PreSharedKey(byte[] key, byte[] id) {

    /** Length of the key in bytes. */
    public static final int LENGTH = 32;

    public PreSharedKey {
        XWing.requireLength(key, LENGTH);
        if (id.length == 0) {
            throw new IllegalArgumentException("a pre-shared key needs an id");
        }
    }

    /** Encapsulates to a public key with fresh randomness; throws without details if the key is malformed. */
    public XWing.Sender sender(byte[] publicKey, byte[] info) throws GeneralSecurityException {
        HPKEContextWithEncapsulation context = XWing.guarded(() -> suite().SetupPSKS(
                        new XWingPublicKeyParameters(XWing.requireLength(publicKey, XWing.PUBLIC_KEY_LENGTH)),
                        info,
                        key,
                        id));
        return new XWing.Sender(context.getEncapsulation(), context::export);
    }

    /** The receiver of the above; another pre-shared key, id or info gives other secrets, not an error. */
    public XWing.Exporter receiver(byte[] encapsulation, byte[] privateKey, byte[] info)
            throws GeneralSecurityException {
        return XWing.guarded(() -> suite().setupPSKR(
                        XWing.requireLength(encapsulation, XWing.ENCAPSULATION_LENGTH),
                        XWing.keyPair(privateKey),
                        info,
                        key,
                        id)::export);
    }

    private static HPKE suite() {
        return XWing.hpke(HPKE.mode_psk, HPKE.aead_EXPORT_ONLY);
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return "PreSharedKey[" + new String(id, US_ASCII) + "]";
    }
}
