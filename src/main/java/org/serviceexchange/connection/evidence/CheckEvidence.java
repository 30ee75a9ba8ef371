package org.serviceexchange.connection.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;

/**
 * Checks a file of evidence with nothing but the file; holds the lines of one seal at a time.
 *
 * <p>Security guarantees: A line of a file of evidence that was changed, removed, added or moved is named. A file that was
 * cut off does not stand.
 */
final class CheckEvidence {

    /** More lines without a seal were not written by an instance. */
    private static final int MOST_UNSEALED = 5 * EvidenceSeal.MOST;

    private final EvidenceReport report = new EvidenceReport();
    private final StatedMessages messages = new StatedMessages(report);
    private final List<byte[]> unsealed = new ArrayList<>();
    private String previous = "";
    private long next = 1;
    private long number = 1;
    private boolean ended;

    private CheckEvidence() {}

    /** What was found; throws if the file cannot be read or is no file of evidence at all. */
    static EvidenceReport check(InputStream in) throws IOException {
        return new CheckEvidence().read(new EvidenceLines(in));
    }

    private EvidenceReport read(EvidenceLines lines) throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (ended) {
                report.found("afterEnd");
                return report;
            }
            if (EvidenceLines.isSeal(line)) {
                seal(line);
            } else if (unsealed.size() == MOST_UNSEALED) {
                report.found("noSeal", number);
                return report;
            } else {
                EvidenceLines.read(line).ifPresent(messages::take);
                unsealed.add(line);
            }
        }
        if (!ended) {
            report.found("cut");
        }
        if (report.head() == null && number == 1) {
            throw new IOException("it is no file of evidence");
        }
        return report;
    }

    private void seal(byte[] line) {
        Optional<SignedEnvelope> read = envelope(line);
        EvidenceLine.Head head = report.head();
        byte[] key = head == null ? null : messages.key(head.signer());
        if (read.isEmpty() || key == null || !read.get().isSignedBy(key)) {
            report.found("seal", number, number + unsealed.size() - 1);
        }
        read.flatMap(CheckEvidence::content).ifPresent(seal -> {
            follow(seal, head == null ? "" : head.number());
            new SealedLines(seal, report).compare(unsealed, number);
            previous = Thumbprint.of(read.get().payload());
            next = seal.first() + seal.lines().size();
            ended = seal.end();
        });
        number += unsealed.size();
        unsealed.clear();
    }

    private void follow(EvidenceSeal seal, String record) {
        if (!seal.number().equals(record)) {
            report.found("otherRecord", seal.number());
        }
        if (seal.first() > next) {
            report.found("removedLines", next, seal.first() - 1);
        } else if (seal.first() < next || !seal.previous().equals(previous)) {
            report.found("sealOrder", seal.first());
        }
    }

    private static Optional<SignedEnvelope> envelope(byte[] line) {
        try {
            return Optional.of(SignedEnvelope.read(line, MessageType.EVIDENCE));
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }

    private static Optional<EvidenceSeal> content(SignedEnvelope signed) {
        try {
            return Optional.of(Wire.read(signed.payload(), EvidenceSeal.class));
        } catch (Problem malformed) {
            return Optional.empty();
        }
    }
}
