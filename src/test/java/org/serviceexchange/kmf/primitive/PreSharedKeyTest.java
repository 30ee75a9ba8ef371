package org.serviceexchange.kmf.primitive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;

class PreSharedKeyTest {

    private static final byte[] INFO = "info".getBytes(UTF_8);
    private static final byte[] CONTEXT = "context".getBytes(UTF_8);

    private final RawKeyPair keys = new XWing().generate();
    private final PreSharedKey psk = psk(1, "id");

    @Guarantee(of = PreSharedKey.class, says = "Who does not know the pre-shared key gets other secrets.")
    @Test
    void bothSidesNeedTheSameKeyIdAndInfo() throws GeneralSecurityException {
        XWing.Sender sender = psk.sender(keys.publicKey(), INFO);
        byte[] secret = sender.exporter().export(CONTEXT, 32);
        byte[] encapsulation = sender.encapsulation();

        assertThat(exported(psk, encapsulation, INFO)).isEqualTo(secret);
        for (PreSharedKey other : List.of(psk(2, "id"), psk(1, "other id"))) {
            assertThat(exported(other, encapsulation, INFO)).isNotEqualTo(secret);
        }
        assertThat(exported(psk, encapsulation, CONTEXT)).isNotEqualTo(secret);
        assertThat(XWing.receiver(encapsulation, keys.privateKey(), INFO).export(CONTEXT, 32))
                .as("mode base")
                .isNotEqualTo(secret);
    }

    @Test
    void everyEncapsulationTakesFreshRandomness() throws GeneralSecurityException {
        assertThat(psk.sender(keys.publicKey(), INFO).encapsulation())
                .isNotEqualTo(psk.sender(keys.publicKey(), INFO).encapsulation());
    }

    @Guarantee(of = PreSharedKey.class, says = "It has 32 bytes and an id.")
    @Test
    void has32BytesAndAnId() {
        for (int length : new int[] {0, 1, 31, 33}) {
            byte[] key = new byte[length];
            assertThatThrownBy(() -> new PreSharedKey(key, INFO)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new PreSharedKey(new byte[32], new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(psk).hasToString("PreSharedKey[id]");
    }

    @Test
    void refusesMalformedInputAlike() {
        assertThatThrownBy(() -> psk.sender(new byte[1215], INFO))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("the cryptographic operation failed")
                .hasNoCause();
        assertThatThrownBy(() -> psk.receiver(new byte[1119], keys.privateKey(), INFO))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("the cryptographic operation failed");
    }

    private byte[] exported(PreSharedKey key, byte[] encapsulation, byte[] info) throws GeneralSecurityException {
        return key.receiver(encapsulation, keys.privateKey(), info).export(CONTEXT, 32);
    }

    private static PreSharedKey psk(int first, String id) {
        byte[] key = new byte[PreSharedKey.LENGTH];
        key[0] = (byte) first;
        return new PreSharedKey(key, id.getBytes(UTF_8));
    }
}
