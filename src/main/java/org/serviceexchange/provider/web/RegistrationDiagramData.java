package org.serviceexchange.provider.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessPosition;
import org.serviceexchange.platform.engine.ProcessStatus;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Data that a registration's page loads by script: the diagram of its process, and its current status. */
@RestController
@RequestMapping("/registrations/{number}")
class RegistrationDiagramData {

    private final Readers readers;
    private final ProcessDiagram diagram;
    private final Journal journal;

    RegistrationDiagramData(
            Readers readers, @Qualifier("registrationDiagram") ProcessDiagram diagram, Journal journal) {
        this.readers = readers;
        this.diagram = diagram;
        this.journal = journal;
    }

    /** The contact is told only about state and comments. */
    @GetMapping("/status")
    ProcessStatus status(@PathVariable String number, Authentication user, Locale locale) {
        Registration registration = readers.open(number, user);
        boolean mayManage = Readers.mayManage(user);
        return ProcessStatus.at(
                mayManage ? diagram.position(number, locale) : ProcessPosition.NOWHERE,
                registration.snapshot().label().in(locale),
                !registration.state().closed() || registration.state() == RegistrationState.CLOSED_COMPLETE,
                mayManage ? shown(registration) : shownToContact(registration));
    }

    @GetMapping(path = "/process", produces = MediaType.APPLICATION_XML_VALUE)
    String process(@PathVariable String number, Locale locale) {
        return diagram.source(number, locale);
    }

    /** Everything on the page that changes: the snapshot, the number of entries, and the failed step. */
    private List<Object> shown(Registration registration) {
        String number = registration.number();
        var snapshot = registration.snapshot();
        return List.of(
                snapshot.label(),
                snapshot.findings(),
                RegistrationGuide.forStaff(snapshot, "", Optional.empty()),
                journal.count(number),
                diagram.failure(number));
    }

    private List<Object> shownToContact(Registration registration) {
        return List.of(
                RegistrationGuide.forContact(registration.snapshot()),
                journal.comments(registration.number()).size());
    }
}
