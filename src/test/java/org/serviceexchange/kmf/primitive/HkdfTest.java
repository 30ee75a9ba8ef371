package org.serviceexchange.kmf.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfTest {

    /** RFC 5869, test case 3: neither salt nor info; the first block of the output. */
    @Test
    void givesTheKnownAnswer() {
        byte[] input = new byte[22];
        Arrays.fill(input, (byte) 0x0b);

        assertThat(Hkdf.sha256(input, new byte[0]))
                .isEqualTo(HexFormat.of().parseHex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"));
    }

    @Test
    void dependsOnInputAndInfo() {
        byte[] derived = Hkdf.sha256(new byte[64], new byte[] {1});
        assertThat(Hkdf.sha256(new byte[63], new byte[] {1})).isNotEqualTo(derived);
        assertThat(Hkdf.sha256(new byte[64], new byte[] {2})).isNotEqualTo(derived);
    }
}
