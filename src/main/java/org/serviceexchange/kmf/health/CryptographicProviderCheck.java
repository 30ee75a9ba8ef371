package org.serviceexchange.kmf.health;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.serviceexchange.kmf.primitive.Aead;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.kmf.primitive.XWing;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks that the tested version of Bouncy Castle is present and that its algorithms passed known-answer tests at
 * start.
 */
@Component
@Order(90)
class CryptographicProviderCheck implements HealthCheck {

    private static final double TESTED = 1.87;
    private static final HexFormat HEX = HexFormat.of();

    private final double version;
    private final boolean rightAnswers;

    CryptographicProviderCheck() {
        this(Double.parseDouble(new BouncyCastleProvider().getVersionStr()), CryptographicProviderCheck::answers);
    }

    CryptographicProviderCheck(double version, BooleanSupplier answers) {
        this.version = version;
        this.rightAnswers = answers.getAsBoolean();
    }

    @Override
    public String component() {
        return "cryptographicProvider";
    }

    @Override
    public HealthFinding check(KeyInventory keys) {
        if (!rightAnswers) {
            return HealthFinding.malfunction("wrongAnswer");
        }
        if (version < TESTED) {
            return HealthFinding.malfunction("providerOlder", version, TESTED);
        }
        return version > TESTED
                ? HealthFinding.degraded("providerNewer", version, TESTED)
                : HealthFinding.operational("providerTested", version);
    }

    private static boolean answers() {
        return aesGcm() && xWing() && composite();
    }

    /** Test case 16 of the GCM specification (McGrew and Viega). */
    private static boolean aesGcm() {
        byte[] sealed = Aead.seal(
                HEX.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
                HEX.parseHex("cafebabefacedbaddecaf888"),
                HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
                HEX.parseHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"));
        return Arrays.equals(
                sealed,
                HEX.parseHex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                        + "76fc6ece0f4e1768cddf8853bb2d551b"));
    }

    /** Key pair of the first test vector of draft-connolly-cfrg-xwing-kem. */
    private static boolean xWing() {
        byte[] seed = HEX.parseHex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26");
        return Thumbprint.of(XWing.publicKey(seed)).equals("LoFt7rzXbFyA0M0tF0R4hxZY6OL_QrydSm5IY3LoVrs");
    }

    /** Public key of two known seeds, computed by another implementation. */
    private static boolean composite() {
        byte[] seeds = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef".getBytes(US_ASCII);
        return Thumbprint.of(CompositeSignature.publicKey(seeds)).equals("UYHUWjBqw82OGoO9Dhev-hQVAd6kpvKpo0TEqXH7Lrk");
    }
}
