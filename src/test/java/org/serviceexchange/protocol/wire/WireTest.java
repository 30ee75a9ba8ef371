package org.serviceexchange.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"text\"",
                "{",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AAAA\"} {}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AAAA\",\"sealed\":\"AAAA\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":null}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":null,\"sealed\":\"AAAA\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":\"1\",\"sealed\":\"AAAA\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1.0,\"sealed\":\"AAAA\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":99999999999999999999,\"sealed\":\"AAAA\"}",
                "{\"payloadType\":\"t\",\"keyId\":1,\"counter\":1,\"sealed\":\"AAAA\"}",
                "{\"payloadType\":\"t\",\"keyId\":true,\"counter\":1,\"sealed\":\"AAAA\"}",
                "{\"payloadType\":\"t\",\"keyId\":[\"k\"],\"counter\":1,\"sealed\":\"AAAA\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AAAA=\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AA==\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AB\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"A\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"+/AA\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AA AA\"}",
                "{'payloadType':\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AAAA\"}",
                "{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,/**/\"sealed\":\"AAAA\"}",
            })
    void refusesEverythingElse(String message) {
        assertThatThrownBy(() -> read(message))
                .isInstanceOf(Problem.class)
                .hasMessage("The message does not have the form that the protocol asks for: it is not JSON,"
                        + " or a field is missing, repeated or of the wrong kind. Compare it with docs/protocol.md.");
    }

    @Test
    void refusesNothingAtAll() {
        malformed(() -> read("null"), "it is not a JSON object");
    }

    @Test
    void refusesUnknownFields() {
        malformed(
                () -> read("{\"payloadType\":\"t\",\"keyId\":\"k\",\"counter\":1,\"sealed\":\"AAAA\",\"more\":1}"),
                "it has a field that is not specified");
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
