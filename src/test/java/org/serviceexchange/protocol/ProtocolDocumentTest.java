package org.serviceexchange.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.connection.address.StatedAddress;
import org.serviceexchange.connection.heartbeat.BeatAnswer;
import org.serviceexchange.connection.heartbeat.BeatContent;
import org.serviceexchange.connection.heartbeat.IdentityAnswer;
import org.serviceexchange.connection.heartbeat.IdentityQuestion;
import org.serviceexchange.connection.heartbeat.SealedBeat;
import org.serviceexchange.connection.newcontact.StatedContact;
import org.serviceexchange.connection.rotation.RotationAnswer;
import org.serviceexchange.connection.rotation.RotationRequest;
import org.serviceexchange.connection.signature.StatedKey;
import org.serviceexchange.connection.state.StateDocument;
import org.serviceexchange.connection.state.StateQuestion;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.problem.ProblemTexts;
import org.serviceexchange.protocol.claim.ClaimRequest;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.claim.ClientKey;
import org.serviceexchange.protocol.handshake.Acknowledgement;
import org.serviceexchange.protocol.handshake.KeyExchangeServer;
import org.serviceexchange.protocol.handshake.M1;
import org.serviceexchange.protocol.handshake.M2;
import org.serviceexchange.protocol.handshake.RotationM1;
import org.serviceexchange.protocol.probe.Probe;
import org.serviceexchange.protocol.wire.InstanceDescription;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;

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
                Probe.Nonce.class,
                RotationM1.class,
                RotationRequest.class,
                RotationAnswer.class,
                SealedBeat.class,
                BeatContent.class,
                BeatAnswer.class,
                IdentityQuestion.class,
                IdentityAnswer.class,
                StateQuestion.class,
                StateDocument.class,
                StatedAddress.class,
                StatedContact.class,
                StatedKey.class
            })
    void namesEveryField(Class<?> message) {
        Stream<String> fields = Arrays.stream(message.getRecordComponents()).map(RecordComponent::getName);

        assertThat(fields)
                .isNotEmpty()
                .allSatisfy(field -> assertThat(document).containsAnyOf("`" + field + "`", "\"" + field + "\""));
    }

    @Test
    void namesEveryProblemOfAClaimAndOfTheExchange() {
        Stream<String> codes = Arrays.stream(ProblemCode.values())
                .map(ProblemCode::code)
                .filter(code -> code.startsWith("SX-30") || code.startsWith("SX-22"));

        assertThat(codes)
                .hasSizeGreaterThan(12)
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

    /** Each message with fields of its own has a table with exactly these fields, in the order in which they are sent. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                BeatContent.class,
                BeatAnswer.class,
                IdentityAnswer.class,
                InstanceDescription.class,
                ClaimRequest.class,
                ClaimResponse.class,
                M1.class,
                M2.class,
                RotationM1.class,
                RotationRequest.class,
                RotationAnswer.class,
                StateQuestion.class,
                StateDocument.class,
                StatedAddress.class,
                StatedContact.class,
                StatedKey.class
            })
    void listsTheFieldsInTheirOrder(Class<?> message) {
        List<String> fields = Arrays.stream(message.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();

        assertThat(tables().map(ProtocolDocumentTest::firstColumn)).contains(fields);
    }

    @Test
    void givesTheStatusOfEveryCode() {
        Map<String, Integer> statuses = Pattern.compile("(?m)^\\| `(SX-\\d{4})` \\| (\\d{3}) \\|")
                .matcher(document)
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> Integer.valueOf(row.group(2))));

        assertThat(statuses)
                .hasSizeGreaterThan(18)
                .allSatisfy((code, status) -> assertThat(
                                ProblemTexts.known(code).orElseThrow().status())
                        .as(code)
                        .isEqualTo(status));
    }

    @Test
    void explainsEveryCodeThatItNames() {
        Stream<String> named =
                Pattern.compile("SX-\\d{4}").matcher(document).results().map(MatchResult::group);

        assertThat(named.distinct())
                .allSatisfy(code -> assertThat(document)
                        .containsPattern("\\| `" + code + "` \\|" + "|`" + code + "`[^.]* (?:are shown|\\(409\\))"))
                .hasSizeGreaterThan(20);
    }

    @Test
    void saysWhenTheProviderRepeatsItsProbe() {
        String pauses = Arrays.stream(FailedSteps.PAUSES.split(","))
                .map(Duration::parse)
                .map(pause -> pause.toSeconds() < 60 ? pause.toSeconds() + " s" : pause.toMinutes() + " min")
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]+)$", " and $1");

        assertThat(document).contains("it sends a new one, after " + pauses + ";");
    }

    @Test
    void givesTheBounds() {
        assertThat(document)
                .contains("at most " + Wire.MAX_BYTES / 1024 + " KiB")
                .contains("for " + KeyExchangeServer.LIFE.toSeconds() + " s from M1")
                .contains("| `signatureKey` | " + CompositeSignature.PUBLIC_KEY_LENGTH + " bytes")
                .contains("signature of " + CompositeSignature.SIGNATURE_LENGTH + " =")
                .contains("| `encryptionKey` | " + XWing.PUBLIC_KEY_LENGTH + " bytes")
                .contains("X-Wing encapsulation to `ephemeralKey`, " + XWing.ENCAPSULATION_LENGTH + " bytes")
                .contains("provider's " + XWing.ENCAPSULATION_SEED_LENGTH + " bytes of encapsulation randomness");
    }

    /** The rows below the head of each table. */
    private static Stream<List<String>> tables() {
        return Pattern.compile("(?m)(?:^\\|.*\\R)+")
                .matcher(document)
                .results()
                .map(table -> table.group().lines().skip(2).toList());
    }

    /** The names in the first column; a row may describe two. */
    private static List<String> firstColumn(List<String> rows) {
        return rows.stream()
                .flatMap(row -> Pattern.compile("`(\\w+)`")
                        .matcher(row.split("\\|", -1)[1])
                        .results()
                        .map(name -> name.group(1)))
                .toList();
    }
}
