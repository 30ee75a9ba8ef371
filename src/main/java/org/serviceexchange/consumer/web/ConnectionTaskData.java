package org.serviceexchange.consumer.web;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.engine.TaskFacts;
import org.serviceexchange.platform.engine.TaskFacts.Detail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Data for the forms of a connection's tasks in Tasklist. */
@RestController
class ConnectionTaskData {

    private final ProviderConnections connections;
    private final Users users;

    ConnectionTaskData(ProviderConnections connections, Users users) {
        this.connections = connections;
        this.users = users;
    }

    @GetMapping("/connections/{number}/task")
    TaskFacts snapshot(@PathVariable String number, Locale language) {
        ProviderConnection connection = connections.get(number);
        var invitation = connection.invitation();
        String openedBy =
                users.find(invitation.openedBy()).map(User::displayName).orElse(invitation.openedBy());
        return TaskFacts.of(
                List.of(
                        Detail.of("tasklist.fact.provider", language, invitation.shownProvider()),
                        Detail.of("tasklist.fact.providerRegistration", language, invitation.registration()),
                        Detail.of("tasklist.fact.openedBy", language, openedBy)),
                connection.snapshot().findings(),
                language);
    }
}
