package org.serviceexchange.connection.rotation;

import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person, or a program, asks for new keys now. */
@Service
public class RequestRotation {

    private final ConnectionLookup connections;
    private final ConnectionLife life;
    private final Standstills standstills;
    private final Journal journal;

    public RequestRotation(
            ConnectionLookup connections, ConnectionLife life, Standstills standstills, Journal journal) {
        this.connections = connections;
        this.standstills = standstills;
        this.life = life;
        this.journal = journal;
    }

    /**
     * False if a rotation is on its way already; one that waits for its next try is tried now. A
     * {@code CONNECTION_NOT_THERE_YET} problem if the connection does not live, a {@code CONNECTION_SUSPENDED} problem if it
     * rests.
     */
    @Transactional
    public boolean request(String number, String user) {
        LivingConnection connection = connections.lock(number).orElseThrow(() -> notLiving(number));
        standstills.requireNone(number);
        boolean accepted = life.rotationAsked(number) || life.retry(number);
        if (accepted) {
            journal.workNote(
                    connection.subject(), user, LocalizedMessage.of("rotation.note.asked", connection.keyId()));
        }
        return accepted;
    }

    private static Problem notLiving(String number) {
        return new Problem(ProblemCode.CONNECTION_NOT_THERE_YET, number, LocalizedMessage.of("rotation.notLiving"));
    }
}
