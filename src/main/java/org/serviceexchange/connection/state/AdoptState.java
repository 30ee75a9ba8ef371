package org.serviceexchange.connection.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.state.Inquiries.Heard;
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
     * What was known of a record and of its peer when the peer was asked.
     *
     * @param version version of the own record
     * @param heard what the peer had said last
     * @param taken the time until which the question was taken; null if it was not due
     */
    public record Asked(
            long version, Optional<Heard> heard, @Nullable Instant taken) {

        /**
         * Whether an answer came too late: another one was adopted after this question was asked, and this one is older. An
         * older one that answers a question asked after that was made after it too: the peer's database was set back.
         */
        boolean isOvertaken(Heard answer, Optional<Heard> now) {
            return !now.equals(heard) && now.filter(answer::isOlderThan).isPresent();
        }
    }

    /**
     * What is left to do without a transaction; empty, and nothing is changed, if the own record is another version than the
     * one for which the peer was asked, or if a newer answer was adopted meanwhile.
     */
    @Transactional
    public Optional<Runnable> adopt(SharedRecords records, String number, Asked asked, PeerAnswer answer, Instant now) {
        if (!records.lock(number, asked.version())) {
            return Optional.empty();
        }
        Optional<Heard> before = inquiries.heard(number);
        Heard heard = Heard.of(answer.document(), now);
        if (asked.isOvertaken(heard, before)) {
            return Optional.empty();
        }
        StateFacts said = answer.document().facts();
        Receipt receipt = Receipt.signed(
                MessageType.STATE.payloadType(), false, answer.document().signatureKey(), answer.message());
        if (before.filter(last -> last.label().equals(heard.label())).isEmpty()) {
            // The peer's signed word is kept whenever it differs from what it said last, and not each time that it is
            // asked
            journal.workNote(
                    number, Journal.SYSTEM, LocalizedMessage.of("state.said", heard.label()), List.of(receipt));
        }
        inquiries.heard(records.side(), number, heard, asked.taken());
        Runnable left = records.adopt(number, said);
        if (said.state() == PeerState.COMPLETE) {
            StateDocument document = answer.document();
            adoptSuspension.adopt(
                    number, new AdoptSuspension.Said(document.rest(), document.heard(), document.time(), receipt));
        }
        return Optional.of(left);
    }
}
