package org.serviceexchange.kmf.primitive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;

/** The vectors and the accumulated test of C2SP's specification, c2sp.org/XAES-256-GCM. */
class XaesTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NONCE = "ABCDEFGHIJKLMNOPQRSTUVWX".getBytes(US_ASCII);
    private static final byte[] PLAIN = "XAES-256-GCM".getBytes(US_ASCII);

    @Test
    void sealsAsTheFirstVectorSays() throws Exception {
        follows(1, "", "ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271");
    }

    /** Here the top bit of the doubled block is set. */
    @Test
    void sealsAsTheSecondVectorSays() throws Exception {
        follows(3, "c2sp.org/XAES-256-GCM", "986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d");
    }

    private static void follows(int keyByte, String data, String expected) throws GeneralSecurityException {
        byte[] key = new byte[Xaes.KEY_LENGTH];
        Arrays.fill(key, (byte) keyByte);
        byte[] sealed = Xaes.seal(key, NONCE, data.getBytes(US_ASCII), PLAIN);

        assertThat(HEX.formatHex(sealed)).isEqualTo(HEX.formatHex(NONCE) + expected);
        assertThat(Xaes.open(key, data.getBytes(US_ASCII), sealed)).isEqualTo(PLAIN);
    }

    @Test
    void followsTheAccumulatedTest() throws Exception {
        SHAKEDigest input = new SHAKEDigest(128);
        SHAKEDigest output = new SHAKEDigest(128);
        for (int i = 0; i < 10_000; i++) {
            byte[] key = draw(input, 32);
            byte[] nonce = draw(input, 24);
            byte[] plain = draw(input, draw(input, 1)[0] & 0xff);
            byte[] data = draw(input, draw(input, 1)[0] & 0xff);
            byte[] sealed = Xaes.seal(key, nonce, data, plain);
            output.update(sealed, Xaes.NONCE_LENGTH, sealed.length - Xaes.NONCE_LENGTH);
            assertThat(Xaes.open(key, data, sealed)).isEqualTo(plain);
        }

        assertThat(HEX.formatHex(draw(output, 32)))
                .isEqualTo("e6b9edf2df6cec60c8cbd864e2211b597fb69a529160cd040d56c0c210081939");
    }

    private static byte[] draw(SHAKEDigest stream, int length) {
        byte[] bytes = new byte[length];
        stream.doOutput(bytes, 0, length);
        return bytes;
    }

    @Guarantee(
            of = Xaes.class,
            says =
                    "Every message is sealed with a fresh random nonce, so that a database that was restored from a backup"
                            + " never protects two messages alike.")
    @Test
    void neverSealsTheSameTwice() {
        byte[] key = RandomBytes.of(Xaes.KEY_LENGTH);
        byte[] one = Xaes.seal(key, NONCE, PLAIN);
        byte[] other = Xaes.seal(key, NONCE, PLAIN);

        assertThat(Arrays.copyOf(one, Xaes.NONCE_LENGTH)).isNotEqualTo(Arrays.copyOf(other, Xaes.NONCE_LENGTH));
        assertThat(Arrays.copyOfRange(one, Xaes.NONCE_LENGTH, one.length))
                .isNotEqualTo(Arrays.copyOfRange(other, Xaes.NONCE_LENGTH, other.length));
    }

    @Guarantee(
            of = Xaes.class,
            says =
                    "Nothing of the plain text is returned unless key, nonce, associated data and every bit of the input are"
                            + " right.")
    @Test
    void opensNothingThatWasChanged() {
        byte[] key = RandomBytes.of(Xaes.KEY_LENGTH);
        byte[] data = "associated data".getBytes(UTF_8);
        byte[] sealed = Xaes.seal(key, data, PLAIN);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            refuses(key, data, changed);
        }
        for (int length = 0; length < sealed.length; length++) {
            refuses(key, data, Arrays.copyOf(sealed, length));
        }
        refuses(RandomBytes.of(Xaes.KEY_LENGTH), data, sealed);
        refuses(key, PLAIN, sealed);
    }

    private static void refuses(byte[] key, byte[] data, byte[] sealed) {
        assertThatThrownBy(() -> Xaes.open(key, data, sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void takesNoOtherKeyLength() {
        assertThatThrownBy(() -> Xaes.seal(new byte[16], NONCE, PLAIN))
                .hasMessage("XAES-256-GCM takes a key of 32 bytes.");
    }
}
