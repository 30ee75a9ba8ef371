package org.serviceexchange.kmf.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both component signatures against the vectors of Project Wycheproof. */
class WycheproofSignatureTest {

    @Test
    void ed25519DecidesAsTheVectorsDo() {
        Stream<Wycheproof.Vector> vectors = Wycheproof.vectors("ed25519_test.json");

        assertThat(vectors)
                .hasSize(151)
                .allSatisfy(vector -> assertThat(Ed25519.verifies(
                                HexFormat.of()
                                        .parseHex(vector.group()
                                                .get("publicKey")
                                                .get("pk")
                                                .asText()),
                                vector.bytes("msg"),
                                vector.bytes("sig")))
                        .as(vector.name())
                        .isEqualTo(vector.valid()));
    }

    @Test
    void mlDsa65DecidesAsTheVectorsDo() {
        Stream<Wycheproof.Vector> vectors = Wycheproof.vectors("mldsa_65_verify_test.json");

        assertThat(vectors)
                .hasSize(210)
                .allSatisfy(vector ->
                        assertThat(mlDsaVerifies(vector)).as(vector.name()).isEqualTo(vector.valid()));
    }

    /** Treats every exception of Bouncy Castle as a refusal, as the composite signature does. */
    private static boolean mlDsaVerifies(Wycheproof.Vector vector) {
        byte[] context = vector.test().has("ctx") ? vector.bytes("ctx") : new byte[0];
        try {
            return MlDsa65.verifies(vector.groupBytes("publicKey"), context, vector.bytes("msg"), vector.bytes("sig"));
        } catch (RuntimeException malformed) {
            return false;
        }
    }
}
