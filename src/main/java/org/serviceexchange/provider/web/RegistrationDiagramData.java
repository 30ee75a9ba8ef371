package org.serviceexchange.provider.web;

import org.serviceexchange.engine.ProcessStatus;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.serviceexchange.provider.Registration;
import org.serviceexchange.provider.RegistrationDiagram;
import org.serviceexchange.provider.Registrations;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page of a registration loads by itself: the picture of its process, and what has moved. */
@RestController
@RequestMapping("/registrations/{number}")
class RegistrationDiagramData {

    private final Registrations registrations;
    private final RegistrationDiagram diagram;
    private final Journal journal;

    RegistrationDiagramData(Registrations registrations, RegistrationDiagram diagram, Journal journal) {
        this.registrations = registrations;
        this.diagram = diagram;
        this.journal = journal;
    }

    @GetMapping("/status")
    ProcessStatus status(@PathVariable String number) {
        Registration registration =
                registrations.find(number).orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
        var position = diagram.position(number);
        String state = registration.facts().stateLabel();
        return ProcessStatus.at(
                position,
                state,
                !registration.state().closed(),
                state + " " + journal.entries(number).size() + " " + registration.suspended() + " "
                        + !position.stuck().isEmpty());
    }

    @GetMapping(path = "/process", produces = MediaType.APPLICATION_XML_VALUE)
    String process(@PathVariable String number) {
        return diagram.source(number);
    }
}
