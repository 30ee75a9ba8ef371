package org.serviceexchange.kmf.primitive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;

/** Our own wrappers against the vectors of Project Wycheproof. */
class WycheproofTest {

    private static final HexFormat HEX = HexFormat.of();

    @Guarantee(of = Aead.class, says = "Nothing of the plain text is returned unless the tag is right.")
    @Test
    void aesGcmOpensWhatIsValidAndRefusesEverythingElse() throws Exception {
        assertThat(tests("aes_gcm_test.json", group -> size(group, "keySize") == 256 && size(group, "ivSize") == 96))
                .hasSize(66)
                .allSatisfy(WycheproofTest::checkAesGcm);
    }

    private static void checkAesGcm(JsonNode test) {
        byte[] key = bytes(test, "key");
        byte[] iv = bytes(test, "iv");
        byte[] associatedData = bytes(test, "aad");
        byte[] message = bytes(test, "msg");
        byte[] sealed = join(bytes(test, "ct"), bytes(test, "tag"));
        if (isValid(test)) {
            assertThat(Aead.seal(key, iv, associatedData, message)).isEqualTo(sealed);
            assertThatCode(() -> assertThat(Aead.open(key, iv, associatedData, sealed))
                            .isEqualTo(message))
                    .doesNotThrowAnyException();
            assertThatCode(() -> assertThat(Aead.open(key, associatedData, join(iv, sealed)))
                            .isEqualTo(message))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Aead.open(key, iv, associatedData, sealed))
                    .as(test.toString())
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Guarantee(
            of = Aead.class,
            says = "A key has 32 bytes, an IV 12 bytes and a tag 16 bytes; nothing else is accepted.")
    @Test
    void aesGcmRefusesOtherSizesOfKeyAndIv() throws Exception {
        assertThat(tests("aes_gcm_test.json", group -> size(group, "keySize") != 256 || size(group, "ivSize") != 96))
                .hasSize(250)
                .allSatisfy(test -> assertThatThrownBy(() -> Aead.open(
                                bytes(test, "key"),
                                bytes(test, "iv"),
                                bytes(test, "aad"),
                                join(bytes(test, "ct"), bytes(test, "tag"))))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    @Guarantee(
            of = Aead.class,
            says = "A key has 32 bytes, an IV 12 bytes and a tag 16 bytes; nothing else is accepted.")
    @Test
    void aesGcmRefusesWhatIsTooShort() {
        byte[] key = new byte[Aead.KEY_LENGTH];
        for (int length = 0; length < 28; length++) {
            byte[] sealed = new byte[length];
            assertThatThrownBy(() -> Aead.open(key, new byte[0], sealed)).isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Guarantee(of = Hmac.class, says = "A tag has 32 bytes and is never truncated.")
    @Test
    void hmacGivesWhatIsValidAndRefusesEverythingElse() throws Exception {
        assertThat(tests("hmac_sha256_test.json", group -> true)).hasSize(174).allSatisfy(WycheproofTest::checkHmac);
    }

    private static void checkHmac(JsonNode test) {
        byte[] key = bytes(test, "key");
        byte[] message = bytes(test, "msg");
        byte[] tag = bytes(test, "tag");
        if (tag.length == 32 && isValid(test)) {
            assertThat(Hmac.sha256(key, message)).isEqualTo(tag);
            assertThatCode(() -> Hmac.verify(key, message, tag)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Hmac.verify(key, message, tag))
                    .as("wrong or truncated: %s", test)
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    private interface Selection {
        boolean takes(JsonNode group);
    }

    private static List<JsonNode> tests(String file, Selection selection) throws IOException {
        try (var content = WycheproofTest.class.getResourceAsStream("/wycheproof/" + file)) {
            JsonNode groups = new ObjectMapper().readTree(content).get("testGroups");
            return StreamSupport.stream(groups.spliterator(), false)
                    .filter(selection::takes)
                    .flatMap(group -> StreamSupport.stream(group.get("tests").spliterator(), false))
                    .toList();
        }
    }

    private static int size(JsonNode group, String field) {
        return group.get(field).asInt();
    }

    private static boolean isValid(JsonNode test) {
        return test.get("result").asText().equals("valid");
    }

    private static byte[] bytes(JsonNode test, String field) {
        return HEX.parseHex(test.get(field).asText());
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
