package org.serviceexchange.consumer.claim;

import org.serviceexchange.consumer.closing.ReplaceLostConnections;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records the company that a person chose for the provider. */
@Service
public class ConnectToProvider {

    private final ProviderConnections connections;
    private final Directory directory;
    private final ClientKeys clientKeys;
    private final ReplaceLostConnections replaceLost;
    private final Journal journal;

    public ConnectToProvider(
            ProviderConnections connections,
            Directory directory,
            ClientKeys clientKeys,
            ReplaceLostConnections replaceLost,
            Journal journal) {
        this.replaceLost = replaceLost;
        this.connections = connections;
        this.directory = directory;
        this.clientKeys = clientKeys;
        this.journal = journal;
    }

    /**
     * Records the choice, and ends what the provider has lost of that company; an unknown or deactivated company is a {@code COMPANY_NOT_USABLE} problem and changes
     * nothing.
     */
    @Transactional
    public void connect(String number, String companyId, Author user) {
        Company company = directory
                .company(companyId)
                .filter(Company::active)
                .orElseThrow(() -> new Problem(ProblemCode.COMPANY_NOT_USABLE));
        ProviderConnection connection = connections.lock(number);
        connection.chooseCompany(company.id());
        connections.save(connection);
        clientKeys.make(number);
        journal.workNote(number, user, LocalizedMessage.of("consumer.note.connect", company.name()));
        replaceLost.replaceBy(connection, user);
    }
}
