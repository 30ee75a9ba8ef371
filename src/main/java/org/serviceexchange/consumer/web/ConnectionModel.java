package org.serviceexchange.consumer.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.approval.web.ShownApproval;
import org.serviceexchange.center.CaseGuide;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The model attributes that the wizard and the page of a connection share. */
@Component
class ConnectionModel {

    private final ProviderConnections connections;
    private final ProcessDiagram diagram;
    private final Journal journal;
    private final Users users;
    private final CaseSource cases;

    ConnectionModel(
            ProviderConnections connections,
            @Qualifier("connectionDiagram") ProcessDiagram diagram,
            Journal journal,
            Users users,
            @Qualifier("connectionsAsCases") CaseSource cases) {
        this.cases = cases;
        this.users = users;
        this.connections = connections;
        this.diagram = diagram;
        this.journal = journal;
    }

    /** The connection; an unknown number is a {@code CONNECTION_UNKNOWN} problem. */
    ProviderConnection find(String number) {
        return connections.get(number);
    }

    ProviderConnection show(String number, Locale language, Model model) {
        ProviderConnection connection = find(number);
        model.addAttribute("connection", connection);
        model.addAttribute("progress", connection.snapshot());
        CaseGuide guide = ConnectionGuide.of(connection.snapshot(), waiting(connection));
        Approvals approvals = connection.snapshot().progress().approvals();
        model.addAttribute(
                "guide",
                new CaseGuide(guide.now(), guide.next(), ShownApproval.translated(guide.who(), approvals, diagram)));
        model.addAttribute(
                "approvals",
                ShownApproval.all(
                        approvals, this::person, text -> diagram.labelled(text).in(language)));
        model.addAttribute("approval", approvals.asked().isPresent());
        model.addAttribute("openedBy", person(connection.invitation().openedBy()));
        model.addAttribute("tone", ConnectionInWords.tone(connection.state()));
        model.addAttribute("steps", Step.way(connection.state()));
        model.addAttribute("provider", name(connection));
        FailedSteps.Failure failure = diagram.failure(number);
        model.addAttribute(
                "trouble",
                failure.reason().map(reason -> Notice.of(reason, language)).orElse(null));
        model.addAttribute("nextTry", failure.nextTry().orElse(null));
        return connection;
    }

    /** Whom it waits for at this instance although its state does not say so; only what is under way can wait. */
    private Optional<LocalizedMessage> waiting(ProviderConnection connection) {
        return switch (connection.snapshot().pendingOn()) {
            case THEM, SYSTEM -> cases.waiting(connection.number());
            case US, NOBODY -> Optional.empty();
        };
    }

    /** The last entry of the journal, if there is any; the wizard shows no other, and loads itself again and again. */
    @Nullable
    JournalEntry last(String number) {
        return journal.latest(number, 1).stream().findFirst().orElse(null);
    }

    private String person(String id) {
        return users.find(id).map(User::displayName).orElse(id);
    }

    private static String name(ProviderConnection connection) {
        var provider = connection.snapshot().provider();
        return provider == null ? connection.invitation().providerHost() : provider.name();
    }
}
