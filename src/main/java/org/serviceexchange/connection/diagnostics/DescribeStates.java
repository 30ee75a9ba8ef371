package org.serviceexchange.connection.diagnostics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.state.AnswerState;
import org.serviceexchange.connection.state.Inquiries;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.journal.SealedEntry;
import org.serviceexchange.protocol.wire.MessageType;
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

    /** What this side would answer now. */
    Optional<byte[]> own(LivingConnection connection) {
        return answerState.stated(connection.side(), connection.peer(), connection.registration());
    }

    /** The other side's last signed state that is kept, as it was received; empty if its hash alone is kept, or nothing. */
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
        return Optional.ofNullable(last);
    }

    /** What the other side said last, and when, whether or not its message is kept. */
    Map<String, Object> heard(LivingConnection connection) {
        return inquiries
                .heard(connection.subject())
                .map(heard -> Facts.of("state", heard.state())
                        .and("reason", heard.reason())
                        .and("next", heard.next())
                        .and("version", heard.version())
                        .and("at", heard.at())
                        .map())
                .orElse(Map.of());
    }
}
