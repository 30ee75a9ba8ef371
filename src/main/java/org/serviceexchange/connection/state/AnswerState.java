package org.serviceexchange.connection.state;

import org.serviceexchange.connection.heartbeat.HeartbeatRows;
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

    private static final long FIRST_INCARNATION = 1;

    private final StateMessages messages;
    private final Sides sides;
    private final Inquiries inquiries;
    private final PeerNews news;
    private final HeartbeatRows heartbeats;

    public AnswerState(
            StateMessages messages, Sides sides, Inquiries inquiries, PeerNews news, HeartbeatRows heartbeats) {
        this.heartbeats = heartbeats;
        this.messages = messages;
        this.sides = sides;
        this.inquiries = inquiries;
        this.news = news;
    }

    /** The signed answer; problems are those of {@link StateMessages#readQuestion}. */
    @Transactional
    public byte[] answer(byte[] envelope) {
        StateQuestion question = messages.readQuestion(envelope);
        Standing standing = sides.of(question.asked())
                .flatMap(known -> known.standing(question.asker(), question.registration(), messages.proves(question)))
                .orElseThrow(StateMessages::refused);
        if (standing.listening() && changed(standing.number(), question.version())) {
            news.tell(question.asked(), standing.number());
        }
        return messages.answer(question, standing.facts(), incarnation(standing));
    }

    /** A record that was never complete sent no heartbeats, by which a restore would have been noticed. */
    private long incarnation(Standing standing) {
        return standing.facts().state() == PeerState.COMPLETE
                ? heartbeats
                        .ofSubject(standing.number())
                        .map(row -> row.line().incarnation().number())
                        .orElse(FIRST_INCARNATION)
                : FIRST_INCARNATION;
    }

    /** Whether the asker's record is another version than the one it told last. */
    private boolean changed(String number, long version) {
        return inquiries
                .heard(number)
                .filter(heard -> heard.version() == version)
                .isEmpty();
    }
}
