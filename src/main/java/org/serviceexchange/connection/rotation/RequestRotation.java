package org.serviceexchange.connection.rotation;

import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
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
    private final Journal journal;

    public RequestRotation(ConnectionLookup connections, ConnectionLife life, Journal journal) {
        this.connections = connections;
        this.life = life;
        this.journal = journal;
    }

    /**
     * False if a rotation is on its way already; one that waits for its next try is tried now. A {@code CONNECTION_UNKNOWN}
     * problem if no such connection lives.
     */
    @Transactional
    public boolean request(String number, String user) {
        LivingConnection connection =
                connections.lock(number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
        boolean accepted = life.rotationAsked(number) || life.retry(number);
        if (accepted) {
            journal.workNote(
                    connection.subject(), user, LocalizedMessage.of("rotation.note.asked", connection.keyId()));
        }
        return accepted;
    }
}
