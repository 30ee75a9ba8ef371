package org.serviceexchange.consumer.connection;

import java.util.Objects;
import java.util.Optional;
import org.serviceexchange.block.CaseFacts;
import org.serviceexchange.block.CaseFacts.Reader;
import org.serviceexchange.block.CaseRecords;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.springframework.stereotype.Component;

/** What building blocks know of a connection: its contact is the person who opened the link. */
@Component
class ConnectionForBlocks implements CaseRecords {

    private static final String PREFIX = "PCN";

    private final ProviderConnections connections;
    private final Directory directory;
    private final Users users;

    ConnectionForBlocks(ProviderConnections connections, Directory directory, Users users) {
        this.connections = connections;
        this.directory = directory;
        this.users = users;
    }

    @Override
    public Optional<CaseFacts> find(String number) {
        return Optional.of(number)
                .filter(one -> one.startsWith(PREFIX))
                .flatMap(connections::find)
                .map(this::facts);
    }

    private CaseFacts facts(ProviderConnection connection) {
        Invitation invitation = connection.invitation();
        String company = Objects.requireNonNullElse(connection.snapshot().company(), "");
        String openedBy = invitation.openedBy();
        Optional<User> person = users.find(openedBy);
        return new CaseFacts(
                invitation.number(),
                directory.company(company).map(Company::name).orElse(company),
                company,
                new Reader(
                        person.map(User::displayName).orElse(openedBy),
                        person.map(User::mail).orElse(""),
                        null),
                openedBy,
                invitation.provider().toString(),
                "/connections/" + invitation.number());
    }
}
