package org.serviceexchange.kmf.primitive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;

class XWingTest {

    private static final byte[] INFO = "info".getBytes(UTF_8);
    private static final byte[] CONTEXT = "context".getBytes(UTF_8);

    private final XWing xWing = new XWing();
    private final RawKeyPair keys = xWing.generate();
    private final byte[] seed = RandomBytes.of(XWing.ENCAPSULATION_SEED_LENGTH);

    @Test
    void bothSidesExportTheSameSecrets() throws GeneralSecurityException {
        XWing.Sender sender = XWing.sender(keys.publicKey(), INFO, seed);
        XWing.Exporter receiver = XWing.receiver(sender.encapsulation(), keys.privateKey(), INFO);

        assertThat(keys.publicKey()).hasSize(1216);
        assertThat(sender.encapsulation()).hasSize(1120);
        assertThat(receiver.export(CONTEXT, 32))
                .isEqualTo(sender.exporter().export(CONTEXT, 32))
                .isNotEqualTo(receiver.export(INFO, 32));
    }

    @Test
    void anotherInfoEncapsulationOrKeyGivesOtherSecrets() throws GeneralSecurityException {
        XWing.Sender sender = XWing.sender(keys.publicKey(), INFO, seed);
        byte[] secret = sender.exporter().export(CONTEXT, 32);
        byte[] flipped = sender.encapsulation().clone();
        flipped[0] ^= 1;

        assertThat(export(sender.encapsulation(), keys.privateKey(), CONTEXT)).isNotEqualTo(secret);
        assertThat(export(flipped, keys.privateKey(), INFO)).isNotEqualTo(secret);
        assertThat(export(sender.encapsulation(), xWing.generate().privateKey(), INFO))
                .isNotEqualTo(secret);
    }

    @Guarantee(
            of = XWing.class,
            says = "Both halves enter every secret, so that it stays secret as long as X25519 or ML-KEM-768 does.")
    @Test
    void takesBothHalvesIntoTheSecret() throws GeneralSecurityException {
        XWing.Sender sender = XWing.sender(keys.publicKey(), INFO, new byte[XWing.ENCAPSULATION_SEED_LENGTH]);
        byte[] secret = sender.exporter().export(CONTEXT, 32);
        for (int half : new int[] {1087, 1088}) {
            byte[] changed = sender.encapsulation().clone();
            changed[half] ^= 1;
            assertThat(export(changed, keys.privateKey(), INFO)).isNotEqualTo(secret);
        }
    }

    @Guarantee(of = XWing.class, says = "Every encapsulation takes fresh randomness.")
    @Test
    void neverEncapsulatesTheSameTwice() throws GeneralSecurityException {
        assertThat(xWing.seal(keys.publicKey(), INFO, CONTEXT, INFO).encapsulation())
                .isNotEqualTo(xWing.seal(keys.publicKey(), INFO, CONTEXT, INFO).encapsulation());
        assertThat(xWing.generate().privateKey()).isNotEqualTo(keys.privateKey());
    }

    @Test
    void wipesTheRandomnessOfAnEncapsulation() throws GeneralSecurityException {
        List<byte[]> drawn = new ArrayList<>();
        SecureRandom watched = new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                super.nextBytes(bytes);
                drawn.add(bytes);
            }
        };

        new XWing(watched).seal(keys.publicKey(), INFO, CONTEXT, INFO);

        assertThat(drawn).isNotEmpty().allSatisfy(seed -> assertThat(seed).containsOnly(0));
    }

    @Test
    void opensWhatItSealed() throws GeneralSecurityException {
        XWing.Sealed sealed = xWing.seal(keys.publicKey(), INFO, CONTEXT, new byte[] {1, 2, 3});

        assertThat(XWing.open(sealed, keys.privateKey(), INFO, CONTEXT)).containsExactly(1, 2, 3);
        sealed.encapsulation()[0] ^= 1;
        assertThatThrownBy(() -> XWing.open(sealed, keys.privateKey(), INFO, CONTEXT))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("the cryptographic operation failed");
    }

    @Test
    void refusesMalformedKeysAlike() {
        for (byte[] malformed : new byte[][] {new byte[0], new byte[1215], allOnes(1216), new byte[1217]}) {
            assertThatThrownBy(() -> XWing.sender(malformed, INFO, seed))
                    .isInstanceOf(GeneralSecurityException.class)
                    .hasMessage("the cryptographic operation failed")
                    .hasNoCause();
        }
        assertThatThrownBy(() -> XWing.receiver(new byte[1119], keys.privateKey(), INFO))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("the cryptographic operation failed");
    }

    private static byte[] export(byte[] encapsulation, byte[] privateKey, byte[] context)
            throws GeneralSecurityException {
        return XWing.receiver(encapsulation, privateKey, context).export(CONTEXT, 32);
    }

    private static byte[] allOnes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    }
}
