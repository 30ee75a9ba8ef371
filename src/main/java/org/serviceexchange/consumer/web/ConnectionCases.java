package org.serviceexchange.consumer.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.serviceexchange.approval.web.ShownApproval;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.CaseSource.State;
import org.serviceexchange.center.CaseTables;
import org.serviceexchange.center.Side;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.consumer.connection.ProviderConnectionPages.Listed;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provider connections as cases of the Center. */
@Configuration(proxyBeanMethods = false)
class ConnectionCases {

    @Bean
    CaseSource connectionsAsCases(
            CaseTables tables, ProviderConnectionPages pages, @Qualifier("connectionDiagram") ProcessDiagram diagram) {
        List<State> states = Arrays.stream(ConnectionState.values())
                .map(state -> new State(state.name(), state.label()))
                .toList();
        return new CaseSource(
                Side.CONSUMER,
                ConnectionElements.PROCESS,
                states,
                tables,
                pages.table(),
                numbers -> read(pages, numbers, diagram));
    }

    private static Map<String, Case> read(ProviderConnectionPages pages, List<String> numbers, ProcessDiagram diagram) {
        return pages.listed(numbers).stream()
                .map(listed -> asCase(listed, diagram))
                .collect(Collectors.toMap(Case::number, Function.identity()));
    }

    private static Case asCase(Listed listed, ProcessDiagram diagram) {
        ConnectionSnapshot snapshot = listed.snapshot();
        Invitation invitation = snapshot.invitation();
        PinnedProvider provider = snapshot.provider();
        String name = provider == null ? invitation.providerHost() : provider.name();
        return new Case(
                invitation.number(),
                name,
                listed.openedBy(),
                invitation.shownProvider(),
                snapshot.state().label(),
                ConnectionInWords.tone(snapshot.state()),
                provider == null ? null : ProtocolPaths.VERSION,
                snapshot.pendingOn(),
                ShownApproval.translated(
                        ConnectionInWords.who(snapshot, name),
                        snapshot.progress().approvals(),
                        diagram),
                listed.pendingSince(),
                snapshot.due().orElse(null),
                snapshot.state() == ConnectionState.ONBOARDED ? invitation.number() : null,
                ConnectionInWords.next(snapshot));
    }
}
