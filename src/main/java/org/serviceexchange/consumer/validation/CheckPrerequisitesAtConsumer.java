package org.serviceexchange.consumer.validation;

import java.util.List;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Findings;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Service;

/** Checks the prerequisites on this instance before a connection may start. */
@Service
public class CheckPrerequisitesAtConsumer {

    private final ConnectionPrerequisites prerequisites;
    private final ProviderConnections connections;
    private final Journal journal;

    public CheckPrerequisitesAtConsumer(
            ConnectionPrerequisites prerequisites, ProviderConnections connections, Journal journal) {
        this.prerequisites = prerequisites;
        this.connections = connections;
        this.journal = journal;
    }

    /**
     * Runs the checks; the recording gives their findings, none if the connection is validated. The journal gets an
     * entry only if the findings changed.
     */
    public Recording<List<Finding>> check(String number) {
        ProviderConnection connection = connections.get(number);
        List<Finding> found = prerequisites.check(connection.invitation());
        return () -> checked(number, found);
    }

    private List<Finding> checked(String number, List<Finding> found) {
        ProviderConnection connection = connections.lock(number);
        List<Finding> before = connection.snapshot().findings();
        connection.checked(found);
        connections.save(connection);
        if (!found.equals(before) || found.isEmpty()) {
            journal.workNote(
                    number,
                    Journal.SYSTEM,
                    Findings.note(found, "consumer.note.prerequisitesMet", "consumer.note.prerequisitesNotMet"));
        }
        return found;
    }
}
