package org.serviceexchange.kmf.primitive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;

/** What the vectors cannot say: where the IV stands, and that it is another one each time. */
class AeadTest {

    private static final byte[] KEY = RandomBytes.of(Aead.KEY_LENGTH);
    private static final byte[] DATA = "associated data".getBytes(UTF_8);
    private static final byte[] PLAIN = "plain text".getBytes(UTF_8);

    @Guarantee(of = Aead.class, says = "Every seal takes a fresh random IV.")
    @Test
    void neverSealsTheSameTwice() {
        byte[] one = Aead.seal(KEY, DATA, PLAIN);
        byte[] other = Aead.seal(KEY, DATA, PLAIN);

        assertThat(Arrays.copyOf(one, Aead.IV_LENGTH)).isNotEqualTo(Arrays.copyOf(other, Aead.IV_LENGTH));
        assertThat(one).isNotEqualTo(other);
        assertThat(one).asString(ISO_8859_1).doesNotContain("plain text");
    }

    @Test
    void putsTheIvBeforeCipherTextAndTag() throws Exception {
        byte[] sealed = Aead.seal(KEY, DATA, PLAIN);
        byte[] iv = Arrays.copyOf(sealed, Aead.IV_LENGTH);
        byte[] rest = Arrays.copyOfRange(sealed, Aead.IV_LENGTH, sealed.length);

        assertThat(sealed).hasSize(Aead.IV_LENGTH + PLAIN.length + 16);
        assertThat(Aead.seal(KEY, iv, DATA, PLAIN)).isEqualTo(rest);
        assertThat(Aead.open(KEY, DATA, sealed)).isEqualTo(PLAIN);
        assertThat(Aead.open(KEY, DATA, Aead.seal(KEY, DATA, new byte[0]))).isEmpty();
    }

    @Test
    void namesKeysByTheirHash() {
        // SHA-256 of "abc" and of nothing: FIPS 180-2, appendix B
        assertThat(Thumbprint.of("abc".getBytes(UTF_8))).isEqualTo("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
        assertThat(Thumbprint.sha256("a".getBytes(UTF_8), "bc".getBytes(UTF_8)))
                .isEqualTo(Thumbprint.sha256("abc".getBytes(UTF_8)))
                .isNotEqualTo(Thumbprint.sha256());
    }

    @Test
    void drawsOtherBytesEachTime() {
        assertThat(RandomBytes.of(32)).hasSize(32).isNotEqualTo(RandomBytes.of(32));
    }

    @Test
    void showsNothingOfAKeyPair() {
        assertThat(new RawKeyPair(new byte[] {77}, new byte[] {88})).hasToString("RawKeyPair");
    }
}
