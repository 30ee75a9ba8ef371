package org.serviceexchange.connection.act;

import org.serviceexchange.connection.heartbeat.HeartbeatBatches;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person, or a program, wants to know now whether the other side is there. It is a heartbeat outside its turn: the answer
 * proves that the other side holds the keys of both directions, and what is found counts in the health of the connection.
 */
@Service
public class TestConnection {

    private final HeartbeatBatches batches;
    private final Standstills standstills;
    private final Journal journal;

    public TestConnection(HeartbeatBatches batches, Standstills standstills, Journal journal) {
        this.batches = batches;
        this.standstills = standstills;
        this.journal = journal;
    }

    /**
     * What was found, as the journal keeps it. A {@code CONNECTION_NOT_THERE_YET} problem if no
     * heartbeats are sent for the connection, a {@code CONNECTION_SUSPENDED} problem if it rests.
     *
     * @param number of the connection at this instance
     * @param subject whose journal it has
     */
    @Transactional(propagation = Propagation.NEVER)
    public LocalizedMessage test(String number, String subject, String author) {
        standstills.requireNone(number);
        HeartbeatRow.Sent sent = batches.sendNow(number)
                .orElseThrow(() -> new Problem(
                        ProblemCode.CONNECTION_NOT_THERE_YET, number, LocalizedMessage.of("heartbeat.notSent")));
        LocalizedMessage said = found(sent);
        journal.workNote(subject, author, said);
        return said;
    }

    private static LocalizedMessage found(HeartbeatRow.Sent sent) {
        String failure = sent.failure();
        return failure == null
                ? LocalizedMessage.of("heartbeat.note.answered", sent.roundTrip(), sent.clockAhead())
                : LocalizedMessage.of("heartbeat.note.unanswered", failure);
    }
}
