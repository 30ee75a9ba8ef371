package org.serviceexchange.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.probe.Probe;

class WireTest {

    private static final String NONCE = "A".repeat(43);

    @Test
    void readsTheOneForm() {
        assertThat(read("{\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AAAA\",\"payloadType\":\"t\"}")
                        .sealed())
                .containsExactly(0, 0, 0);
    }

    /** A message with one thing wrong, and the reason that the developer of its sender reads. */
    static Stream<Arguments> malformed() {
        String kind = " is missing, null or of the wrong kind";
        String noObject = "it is not one JSON object";
        return Stream.of(
                Arguments.of("", noObject),
                Arguments.of("[]", noObject),
                Arguments.of("\"text\"", noObject),
                Arguments.of("{", "it is not JSON, or a field is repeated"),
                Arguments.of(probe("k", "1", "\"AAAA\"") + " {}", noObject),
                Arguments.of(
                        probe("k", "1", "\"AAAA\",\"sealed\":\"AAAA\""),
                        "it is not JSON, or a field is repeated: sealed"),
                Arguments.of("{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1}", "sealed" + kind),
                Arguments.of(probe("k", "1", "null"), "sealed" + kind),
                Arguments.of(probe("k", "null", "\"AAAA\""), "counter" + kind),
                Arguments.of(probe("k", "\"1\"", "\"AAAA\""), "counter" + kind),
                Arguments.of(probe("k", "1.0", "\"AAAA\""), "counter" + kind),
                Arguments.of(
                        probe("k", "99999999999999999999", "\"AAAA\""),
                        "it is nested more than 3 deep, or a number has more than 16 digits"),
                Arguments.of(probe("k", "0", "\"AAAA\""), "counter must be 1 or more"),
                Arguments.of(probe("k", "-1", "\"AAAA\""), "counter must be 1 or more"),
                Arguments.of("{\"payloadType\":\"t\",\"keyId\":1,\"counter\":1,\"sealed\":\"AAAA\"}", "keyId" + kind),
                Arguments.of(
                        "{\"payloadType\":\"t\",\"keyId\":true,\"counter\":1,\"sealed\":\"AAAA\"}", "keyId" + kind),
                Arguments.of(
                        "{\"payloadType\":\"t\",\"keyId\":[\"k\"],\"counter\":1,\"sealed\":\"AAAA\"}", "keyId" + kind),
                Arguments.of(probe("k", "1", "\"AAAA=\""), "sealed" + kind),
                Arguments.of(probe("k", "1", "\"AA==\""), "sealed" + kind),
                Arguments.of(probe("k", "1", "\"AB\""), "sealed" + kind),
                Arguments.of(probe("k", "1", "\"A\""), "sealed" + kind),
                Arguments.of(probe("k", "1", "\"+/AA\""), "sealed" + kind),
                Arguments.of(probe("k", "1", "\"AA AA\""), "sealed" + kind),
                Arguments.of(probe("k", "1", "\"" + "A".repeat(684) + "\""), "sealed must have 512 bytes or less"),
                Arguments.of(
                        "{'payloadType':\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AAAA\"}",
                        "it is not JSON, or a field is repeated"),
                Arguments.of(
                        "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,/**/\"sealed\":\"AAAA\"}",
                        "it is not JSON, or a field is repeated: counter"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesEverythingElseAndNamesTheField(String message, String reason) {
        malformed(() -> read(message), reason);
    }

    @Test
    void readsNumbersOf16Digits() {
        assertThat(read(probe("k", "9999999999999999", "\"AAAA\"")).counter()).isEqualTo(9_999_999_999_999_999L);
    }

    @Test
    void quotesNoFieldThatCouldBeMistakenForAnythingElse() {
        malformed(() -> read(probe("k", "1", "\"AAAA\",\"\\n<b>\":1")), "it has a field that is not specified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0007", "\u200b", "\u2028", "\u2029", "\ud800", "\u0378"})
    void refusesTextsWithInvisibleCharacters(String invisible) {
        assertThatThrownBy(() -> MessageFields.text("name", "a" + invisible))
                .hasMessage("name must have 1 to 512 printable characters");
    }

    @Test
    void countsTheCharactersOfATextAsCodePoints() {
        MessageFields.text("name", "\ud83d\ude00".repeat(512));
        assertThatThrownBy(() -> MessageFields.text("name", "\ud83d\ude00".repeat(513)))
                .hasMessage("name must have 1 to 512 printable characters");
    }

    private static String probe(String keyId, String counter, String sealed) {
        return "{\"payloadType\":\"t\",\"keyId\":\"" + keyId + "\",\"counter\":" + counter + ",\"sealed\":" + sealed
                + "}";
    }

    @Test
    void refusesNothingAtAll() {
        malformed(() -> read("null"), "it is not a JSON object");
    }

    @Test
    void refusesUnknownFields() {
        malformed(
                () -> read("{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AAAA\",\"more\":1}"),
                "it has a field that is not specified: more");
    }

    @Test
    void refusesOtherEncodings() {
        byte[] utf16 = "{}".getBytes(UTF_16);

        malformed(() -> Wire.read(utf16, Probe.class), "it is not UTF-8");
        malformed(() -> Wire.read(new byte[] {'"', (byte) 0xc3, '"'}, Probe.class), "it is not UTF-8");
    }

    @Test
    void refusesMoreThan32KiB() {
        byte[] message = ("{\"nonce\":\"" + NONCE + "\"}" + " ".repeat(32 * 1024)).getBytes(UTF_8);

        malformed(() -> Wire.read(message, Probe.Nonce.class), "it is longer than 32 KiB");
    }

    @Test
    void namesTheFieldWhoseLengthIsWrong() {
        malformed(
                () -> Wire.read("{\"nonce\":\"AAAA\"}".getBytes(UTF_8), Probe.Nonce.class), "nonce must have 32 bytes");
    }

    @Test
    void writesWhatItReads() {
        byte[] message = ("{\"nonce\":\"" + NONCE + "\"}").getBytes(UTF_8);

        assertThat(Wire.write(Wire.read(message, Probe.Nonce.class))).isEqualTo(message);
    }

    private static Probe read(String message) {
        return Wire.read(message.getBytes(UTF_8), Probe.class);
    }

    private static void malformed(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String reason) {
        assertThatThrownBy(reading)
                .isInstanceOf(Problem.class)
                .hasMessage("The message does not have the form that the protocol asks for: " + reason
                        + ". Compare it with docs/protocol.md.");
    }
}
