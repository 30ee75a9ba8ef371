package org.serviceexchange.connection.act;

import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Retries the failed step of a connection now, whether it stands in its onboarding or in the life after it. */
@Service
public class RetryFailedStep {

    private final ActOnConnection connections;
    private final ConnectionLife life;
    private final Journal journal;

    public RetryFailedStep(ActOnConnection connections, ConnectionLife life, Journal journal) {
        this.connections = connections;
        this.life = life;
        this.journal = journal;
    }

    /** Has no effect if no step has failed. */
    @Transactional
    public void retry(ConnectionSide side, ShownConnection connection, String author) {
        boolean onboarding = connections.of(side).retryOnboarding(connection.subject());
        boolean living = life.retry(connection.number());
        note(onboarding || living, connection.subject(), author);
    }

    /** The same for a registration or connection that is still on its way. */
    @Transactional
    public void retryOnboarding(ConnectionSide side, String subject, String author) {
        note(connections.of(side).retryOnboarding(subject), subject, author);
    }

    private void note(boolean retried, String subject, String author) {
        if (retried) {
            journal.workNote(subject, author, LocalizedMessage.of("connection.note.retried"));
        }
    }
}
