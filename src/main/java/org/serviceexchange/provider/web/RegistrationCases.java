package org.serviceexchange.provider.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.web.ShownApproval;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.CaseSource.State;
import org.serviceexchange.center.CaseTables;
import org.serviceexchange.center.Side;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationPages.Listed;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registrations as cases of the Center. */
@Configuration(proxyBeanMethods = false)
class RegistrationCases {

    @Bean
    CaseSource registrationsAsCases(
            CaseTables tables, RegistrationPages pages, @Qualifier("registrationDiagram") ProcessDiagram diagram) {
        List<State> states = Arrays.stream(RegistrationState.values())
                .map(state -> new State(state.name(), state.label()))
                .toList();
        return new CaseSource(
                Side.PROVIDER,
                RegistrationElements.PROCESS,
                states,
                tables,
                pages.table(),
                numbers -> read(pages, numbers, diagram));
    }

    private static Map<String, Case> read(RegistrationPages pages, List<String> numbers, ProcessDiagram diagram) {
        return pages.listed(numbers).stream()
                .map(listed -> asCase(listed, diagram))
                .collect(Collectors.toMap(Case::number, Function.identity()));
    }

    private static Case asCase(Listed listed, ProcessDiagram diagram) {
        RegistrationSnapshot snapshot = listed.snapshot();
        Link link = snapshot.link();
        return new Case(
                snapshot.request().number(),
                listed.company(),
                listed.contact(),
                snapshot.request().shownUrl(),
                snapshot.label(),
                RegistrationInWords.tone(snapshot),
                snapshot.claim() == null ? null : ProtocolPaths.VERSION,
                snapshot.pendingOn(),
                ShownApproval.translated(
                        RegistrationInWords.who(snapshot, listed.contact()),
                        snapshot.progress().approvals(),
                        diagram),
                listed.pendingSince(),
                link == null ? null : link.expiresAt(),
                living(snapshot),
                RegistrationInWords.next(snapshot));
    }

    private static @Nullable String living(RegistrationSnapshot snapshot) {
        ConsumerConnection connection = snapshot.connection();
        boolean lives = snapshot.state() == RegistrationState.CLOSED_COMPLETE;
        return lives && connection != null ? connection.number() : null;
    }
}
