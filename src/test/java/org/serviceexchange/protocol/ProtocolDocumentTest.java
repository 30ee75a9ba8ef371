package org.serviceexchange.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.claim.ClaimRequest;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.claim.ClientKey;
import org.serviceexchange.protocol.handshake.Acknowledgement;
import org.serviceexchange.protocol.handshake.M1;
import org.serviceexchange.protocol.handshake.M2;
import org.serviceexchange.protocol.probe.Probe;
import org.serviceexchange.protocol.wire.InstanceDescription;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;

/** docs/protocol.md describes everything that is sent between instances. */
class ProtocolDocumentTest {

    private static String document;

    @BeforeAll
    static void read() throws IOException {
        document = Files.readString(Path.of("docs/protocol.md"));
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryMessage(MessageType type) {
        String name = type.payloadType().substring("application/vnd.service-exchange.v1.".length());

        assertThat(document).containsAnyOf("`" + name + "`", type.payloadType());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                SignedEnvelope.class,
                InstanceDescription.class,
                ClaimRequest.class,
                ClientKey.class,
                ClaimResponse.class,
                M1.class,
                M2.class,
                M2.Message.class,
                Acknowledgement.class,
                Acknowledgement.Message.class,
                Probe.class,
                Probe.Nonce.class
            })
    void namesEveryField(Class<?> message) {
        Stream<String> fields = Arrays.stream(message.getRecordComponents()).map(RecordComponent::getName);

        assertThat(fields)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(document).containsAnyOf("`" + field + "`", "\"" + field + "\""));
    }

    @Test
    void namesEveryProblemOfTheExchange() {
        Stream<String> codes =
                Arrays.stream(ProblemCode.values()).map(ProblemCode::code).filter(code -> code.startsWith("SX-30"));

        assertThat(codes)
                .hasSizeGreaterThan(7)
                .allSatisfy(code -> assertThat(document).contains("| `" + code + "` |"));
    }

    @Test
    void namesEveryExport() throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/serviceexchange/protocol/handshake/Exports.java"));
        Stream<String> labels = java.util.regex.Pattern.compile("export\\(\"([^\"]+)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1));

        assertThat(labels).hasSize(7).allSatisfy(label -> assertThat(document).contains("| `" + label + "` |"));
    }
}
