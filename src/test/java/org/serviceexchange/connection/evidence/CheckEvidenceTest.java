package org.serviceexchange.connection.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serviceexchange.connection.evidence.TestEvidence.CONSUMER;
import static org.serviceexchange.connection.evidence.TestEvidence.PROVIDER;
import static org.serviceexchange.connection.evidence.TestEvidence.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.handshake.ExchangeMessages;

class CheckEvidenceTest {

    @Test
    void aFileAsItWasWrittenStands() throws IOException {
        EvidenceReport report = check(TestEvidence.of(5).lines());
        assertThat(findings(report)).isEmpty();
        assertThat(report.stands()).isTrue();
        assertThat(sentences(report))
                .anyMatch(line -> line.startsWith("Evidence of the provider: registration REG0001001"))
                .contains(
                        "THE FILE STANDS: it is, to the last byte, as the instance wrote and signed it.",
                        "Journal entries read: 5",
                        "Messages with a valid signature of the other side: 1 of type"
                                + " application/vnd.service-exchange.v1.m1+json",
                        "Messages without a signature, which prove nothing to a third party: 2. Messages of which only"
                                + " the hash was kept: 0.");
    }

    @Test
    void aLongJournalStandsInBlocks() throws IOException {
        List<String> lines = TestEvidence.of(1000).lines();
        assertThat(lines.stream().filter(line -> line.startsWith("{\"payloadType\"")))
                .hasSize(6);
        assertThat(findings(check(lines))).isEmpty();
    }

    @Test
    @Guarantee(
            of = CheckEvidence.class,
            says = "A line of a file of evidence that was changed, removed, added or moved is named.")
    void anEditedEntryIsNamed() throws IOException {
        List<String> lines = TestEvidence.of(5).lines();
        lines.replaceAll(line -> line.replace("\"text\":\"Step 4\"", "\"text\":\"Step four\""));
        assertThat(findings(check(lines))).containsExactly("Changed after it was signed: journal entry 4.");
    }

    @Test
    void aLineThatCannotBeReadIsNamed() throws IOException {
        List<String> lines = TestEvidence.of(5).lines();
        lines.set(entry(lines, 4), "not JSON at all");
        assertThat(findings(check(lines)))
                .containsExactly(
                        "Journal entry 4 is not in the file.", "Changed after it was signed: journal entry 4.");
    }

    @Test
    void aRemovedEntryIsNamed() throws IOException {
        List<String> lines = TestEvidence.of(5).lines();
        lines.remove(entry(lines, 4));
        assertThat(findings(check(lines)))
                .containsExactly("Journal entry 4 is not in the file.", "Removed: journal entry 4.");
    }

    @Test
    void entriesInAnotherOrderAreNamed() throws IOException {
        List<String> lines = TestEvidence.of(5).lines();
        Collections.swap(lines, entry(lines, 4), entry(lines, 5));
        assertThat(findings(check(lines))).contains("Out of order: journal entry 4 now follows journal entry 5.");
    }

    @Test
    void anAddedEntryIsNamed() throws IOException {
        List<String> lines = TestEvidence.of(5).lines();
        int last = entry(lines, 5);
        lines.add(last + 1, lines.get(last).replace("\"entry\":5", "\"entry\":6"));
        assertThat(findings(check(lines)))
                .containsExactly("Added after the file was signed: line " + (last + 2) + ", not counting the seals.");
    }

    @Test
    @Guarantee(of = CheckEvidence.class, says = "A file that was cut off does not stand.")
    void aFileWithoutItsEndDoesNotStand() throws IOException {
        List<String> lines = TestEvidence.of(500).lines();
        int end = lines.size() - 1;
        assertThat(findings(check(lines.subList(0, end))))
                .contains("The end of the file is missing: its last seal is not there.");
        int seal = lines.indexOf(
                lines.stream().filter(EvidenceFiles::isSeal).findFirst().orElseThrow());
        assertThat(findings(check(lines.subList(0, seal + 1))))
                .containsExactly("The end of the file is missing: its last seal is not there.");
    }

    @Test
    void aBlockThatWasRemovedWithItsSealIsNamed() throws IOException {
        List<String> lines = TestEvidence.of(500).lines();
        List<Integer> seals = EvidenceFiles.seals(lines);
        lines.subList(seals.get(0) + 1, seals.get(1) + 1).clear();
        assertThat(findings(check(lines)))
                .contains("Removed together with their seals: lines 201 to 400, not counting the seals.");
    }

    @Test
    void aReplacedSignatureProvesNothing() throws IOException {
        List<String> lines = TestEvidence.of(5).lines();
        List<String> other = TestEvidence.of(4).lines();
        String signature = EvidenceFiles.signature(other.get(other.size() - 1));
        int seal = lines.size() - 1;
        lines.set(seal, lines.get(seal).replace(EvidenceFiles.signature(lines.get(seal)), signature));
        assertThat(findings(check(lines)))
                .containsExactly(
                        "The seal of the lines 1 to " + seal + ", not counting the seals, is not signed by the key"
                                + " that the head of the file names. Nothing in these lines is proven.");
    }

    /** What the real peer signed names the real instance, so that nobody can put their own key in its place. */
    @Test
    void aFileThatAnotherSignedContradictsWhatThePeerSigned() throws IOException {
        List<String> lines = TestEvidence.of(5).lines(new TestKeys("stranger"), key(CONSUMER));
        assertThat(findings(check(lines)))
                .containsExactly("Signed, but about another registration or other instances than this file: message 3.1"
                        + " (entry and place).");
    }

    @Test
    void aMessageUnderAnotherKeyIsNamed() throws IOException {
        ExchangeMessages exchange = TestEvidence.exchange();
        TestKeys stranger = new TestKeys("stranger");
        List<String> lines = TestEvidence.of(5)
                .replacing(
                        TestEvidence.AGREED,
                        PeerReceipts.exchange(exchange, key(PROVIDER), key(stranger), false)
                                .toArray(Receipt[]::new))
                .lines();
        assertThat(findings(check(lines)))
                .first()
                .asString()
                .startsWith("Not signed by the key with the thumbprint " + stranger.thumbprint())
                .endsWith("message 3.1 (entry and place).");
    }

    @Test
    void saysWhatWasAlteredOrMissingBeforeTheFileWasWritten() throws IOException {
        Problem altered = new Problem(ProblemCode.JOURNAL_ALTERED, TestEvidence.REGISTRATION, 2L);
        assertThat(findings(check(TestEvidence.of(5).altered(altered).without(2).lines())))
                .containsExactly(
                        "The instance itself says that its journal had been altered before this file was written, from"
                                + " entry 2 on.",
                        "Journal entry 2 is not in the file.");
    }

    @Test
    void countsMessagesOfWhichOnlyTheHashIsKept() throws IOException {
        Receipt claim = Receipt.secret("claim", false, key(CONSUMER), "with a secret".getBytes(UTF_8));
        EvidenceReport report = check(TestEvidence.of(2).replacing(1, claim).lines());
        assertThat(findings(report)).isEmpty();
        assertThat(sentences(report)).anyMatch(line -> line.endsWith("only the hash was kept: 1."));
    }

    @Test
    void somethingElseIsNoEvidence() {
        assertThatThrownBy(() -> check(List.of("hello"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> check(List.of("x".repeat(40_000)))).hasMessage("a line is longer than 32 KiB");
    }

    private static int entry(List<String> lines, int number) {
        return EvidenceFiles.entry(lines, number);
    }

    private static EvidenceReport check(List<String> lines) throws IOException {
        return CheckEvidence.check(new ByteArrayInputStream(TestEvidence.file(lines)));
    }

    private static List<String> sentences(EvidenceReport report) {
        return report.sentences().stream().map(LocalizedMessage::inDefault).toList();
    }

    private static List<String> findings(EvidenceReport report) {
        return report.sentences().stream()
                .filter(sentence -> sentence.key().startsWith("evidence.found."))
                .map(LocalizedMessage::inDefault)
                .toList();
    }
}
