package org.serviceexchange.connection.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.suspension.AdoptSuspension;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adopts a peer's answer, and keeps it, in one transaction. */
@Service
public class AdoptState {

    private final Inquiries inquiries;
    private final AdoptSuspension adoptSuspension;
    private final Journal journal;

    public AdoptState(Inquiries inquiries, AdoptSuspension adoptSuspension, Journal journal) {
        this.inquiries = inquiries;
        this.adoptSuspension = adoptSuspension;
        this.journal = journal;
    }

    /**
     * What is left to do without a transaction; empty, and nothing is changed, if the own record is another version than the
     * one for which the peer was asked.
     */
    @Transactional
    public Optional<Runnable> adopt(
            SharedRecords records,
            String number,
            long version,
            PeerAnswer answer,
            @Nullable Instant taken,
            Instant now) {
        if (!records.lock(number, version)) {
            return Optional.empty();
        }
        StateFacts said = answer.document().facts();
        Receipt receipt = Receipt.signed(
                MessageType.STATE.payloadType(), false, answer.document().signatureKey(), answer.message());
        note(number, answer.document(), receipt);
        inquiries.heard(records.side(), number, said, taken, now);
        Runnable left = records.adopt(number, said);
        if (said.state() == PeerState.COMPLETE) {
            StateDocument document = answer.document();
            adoptSuspension.adopt(
                    number, new AdoptSuspension.Said(document.rest(), document.heard(), document.time(), receipt));
        }
        return Optional.of(left);
    }

    /** The peer's signed word is kept whenever it differs from what it said last, and not each time that it is asked. */
    private void note(String number, StateDocument document, Receipt receipt) {
        StateFacts said = document.facts();
        Optional<Inquiries.Heard> before = inquiries.heard(number);
        Inquiries.Heard heard =
                new Inquiries.Heard(said.version(), said.state(), said.reason(), said.next(), document.time());
        if (before.filter(last -> last.label().equals(heard.label())).isEmpty()) {
            journal.workNote(
                    number, Journal.SYSTEM, LocalizedMessage.of("state.said", heard.label()), List.of(receipt));
        }
    }
}
