package org.serviceexchange.connection.state;

import java.util.Optional;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Party;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers a peer's question about the state of a shared record.
 *
 * <p>Security guarantees: Somebody who was never pinned for a registration is not told whether it exists. A question changes nothing
 * but what is asked next.
 */
@Service
public class AnswerState {

    private final StateMessages messages;
    private final Sides sides;
    private final Inquiries inquiries;
    private final PeerNews news;
    private final Standstills standstills;
    private final HeartbeatRows heartbeats;

    public AnswerState(
            StateMessages messages,
            Sides sides,
            Inquiries inquiries,
            PeerNews news,
            Standstills standstills,
            HeartbeatRows heartbeats) {
        this.heartbeats = heartbeats;
        this.messages = messages;
        this.sides = sides;
        this.inquiries = inquiries;
        this.news = news;
        this.standstills = standstills;
    }

    /** The signed answer; problems are those of {@link StateMessages#readQuestion}. */
    @Transactional
    public byte[] answer(byte[] envelope) {
        StateQuestion question = messages.readQuestion(envelope);
        Standing standing = sides.of(question.asked())
                .flatMap(known -> known.standing(question.asker(), question.registration(), messages.proves(question)))
                .orElseThrow(StateMessages::refused);
        if (!standing.listening()) {
            return messages.answer(question, standing.facts(), StateMessages.Beside.NOTHING);
        }
        messages.addressed(standing.number(), question);
        // The asker's record may be another version than the one it told last
        Optional<Long> heard = heard(standing.number());
        if (heard.filter(version -> version == question.version()).isEmpty()) {
            news.tell(question.asked(), standing.number());
        }
        return messages.answer(question, standing.facts(), beside(standing, heard.orElse(0L)));
    }

    /** What this side would answer a peer now, signed; empty if that peer may not ask. Changes nothing. */
    @Transactional
    public Optional<byte[]> stated(ConnectionSide own, Party peer, String registration) {
        StateQuestion question = messages.askedBy(own.other(), peer, registration);
        return sides.of(own)
                .flatMap(known -> known.standing(peer.thumbprint(), registration, false))
                .map(standing -> messages.answer(
                        question,
                        standing.facts(),
                        beside(standing, heard(standing.number()).orElse(0L))));
    }

    /** Version of the peer's record that this side heard of last. */
    private Optional<Long> heard(String number) {
        return inquiries.heard(number).map(last -> last.version().version());
    }

    /** Only a record that is complete rests, and sends heartbeats, by which a restore of its database is noticed. */
    private StateMessages.Beside beside(Standing standing, long heard) {
        if (standing.facts().state() != PeerState.COMPLETE) {
            return new StateMessages.Beside(StateMessages.FIRST_INCARNATION, heard, Suspension.NONE);
        }
        long incarnation = heartbeats
                .ofSubject(standing.number())
                .map(row -> row.line().incarnation().number())
                .orElse(StateMessages.FIRST_INCARNATION);
        return new StateMessages.Beside(incarnation, heard, standstills.own(standing.number()));
    }
}
