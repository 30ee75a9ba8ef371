package org.serviceexchange.connection.diagnostics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.state.AnswerState;
import org.serviceexchange.connection.state.Inquiries;
import org.serviceexchange.connection.state.StateDocument;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.journal.SealedEntry;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;
import org.springframework.stereotype.Component;

/** What both sides say of the connection, each signed by the side that says it. */
@Component
class DescribeStates {

    /** Of the journal's end; the other side's last state is kept with the entry that told of it. */
    private static final int LOOKED_AT = 200;

    private final AnswerState answerState;
    private final Inquiries inquiries;
    private final Journal journal;

    DescribeStates(AnswerState answerState, Inquiries inquiries, Journal journal) {
        this.answerState = answerState;
        this.inquiries = inquiries;
        this.journal = journal;
    }

    /** What this side would answer now; empty if that quotes somebody. */
    Optional<byte[]> own(LivingConnection connection) {
        return answerState
                .stated(connection.side(), connection.peer(), connection.registration())
                .filter(DescribeStates::quotesNobody);
    }

    /** The other side's last signed state that is kept, as it was received; empty if that quotes somebody, or if its hash alone is kept, or nothing. */
    Optional<byte[]> peer(LivingConnection connection) {
        long after = Math.max(0, journal.count(connection.subject()) - LOOKED_AT);
        List<SealedEntry> entries = journal.sealed(connection.subject(), after, LOOKED_AT);
        byte[] last = null;
        for (SealedEntry entry : entries) {
            for (Receipt receipt : entry.receipts()) {
                if (!receipt.own() && receipt.payloadType().equals(MessageType.STATE.payloadType())) {
                    last = receipt.message();
                }
            }
        }
        return Optional.ofNullable(last).filter(DescribeStates::quotesNobody);
    }

    /** A suspension is stated with the reason that a person typed, which cannot be taken out of what was signed. */
    private static boolean quotesNobody(byte[] signed) {
        try {
            SignedEnvelope envelope = SignedEnvelope.read(signed, MessageType.STATE);
            return Wire.read(envelope.payload(), StateDocument.class)
                    .suspensionReason()
                    .isEmpty();
        } catch (Problem ofAnotherForm) {
            return false;
        }
    }

    /** What the other side said last, and when, whether or not its message is kept. */
    Map<String, Object> heard(LivingConnection connection) {
        return inquiries
                .heard(connection.subject())
                .map(heard -> Facts.of("state", heard.state())
                        .and("reason", heard.reason())
                        .and("next", heard.next())
                        .and("incarnation", heard.version().incarnation())
                        .and("version", heard.version().version())
                        .and("at", heard.at())
                        .map())
                .orElse(Map.of());
    }
}
