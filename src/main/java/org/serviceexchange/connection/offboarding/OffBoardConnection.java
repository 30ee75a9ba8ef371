package org.serviceexchange.connection.offboarding;

import java.util.List;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person, or a program, ends a live connection for a reason. It ends in this transaction, without the other side: that one
 * is told afterwards, and closes by itself.
 */
@Service
public class OffBoardConnection {

    /** As many characters as one line of a journal's entry shows well. */
    private static final int LONGEST_REASON = 500;

    private final List<OffBoardedRecords> sides;
    private final Journal journal;

    public OffBoardConnection(List<OffBoardedRecords> sides, Journal journal) {
        this.sides = sides;
        this.journal = journal;
    }

    /**
     * Repeating it has no effect. An {@code INPUT_INVALID} problem without a reason.
     *
     * @param number of the registration at the provider, of the connection at the consumer
     */
    @Transactional
    public void offBoard(ConnectionSide side, String number, String author, OffBoardingOrder order) {
        String why = InputValidation.line("reason", order.reason(), LONGEST_REASON);
        OffBoardedRecords records =
                sides.stream().filter(known -> known.side() == side).findFirst().orElseThrow();
        if (records.lockLive(number)) {
            journal.workNote(number, author, LocalizedMessage.of("offboarding.note.asked", why));
            records.end(number);
        }
    }
}
