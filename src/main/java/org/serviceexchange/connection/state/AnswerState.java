package org.serviceexchange.connection.state;

import java.util.List;
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
    private final List<SharedRecords> records;
    private final Inquiries inquiries;
    private final PeerNews news;

    public AnswerState(StateMessages messages, List<SharedRecords> records, Inquiries inquiries, PeerNews news) {
        this.messages = messages;
        this.records = records;
        this.inquiries = inquiries;
        this.news = news;
    }

    /** The signed answer; problems are those of {@link StateMessages#readQuestion}. */
    @Transactional
    public byte[] answer(byte[] envelope) {
        StateQuestion question = messages.readQuestion(envelope);
        Standing standing = records.stream()
                .filter(known -> known.side() == question.asked())
                .findFirst()
                .flatMap(known ->
                        known.standing(question.asker(), question.registration(), messages.proves(question)))
                .orElseThrow(StateMessages::refused);
        if (standing.listening() && changed(standing.number(), question.version())) {
            news.tell(question.asked(), standing.number());
        }
        return messages.answer(question, standing.facts());
    }

    /** Whether the asker's record is another version than the one it told last. */
    private boolean changed(String number, long version) {
        return inquiries
                .heard(number)
                .filter(heard -> heard.version() == version)
                .isEmpty();
    }
}
