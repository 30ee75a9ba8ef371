package org.serviceexchange.provider.web;

import java.util.List;
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

    /**
     * Where a registration stands.
     *
     * @param moving whether anything can still happen by itself
     * @param version changes whenever the page has something new to show
     */
    record Status(
            String state,
            boolean moving,
            String version,
            List<String> active,
            List<String> passed,
            List<String> stuck) {}

    @GetMapping("/status")
    Status status(@PathVariable String number) {
        Registration registration =
                registrations.find(number).orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
        var position = diagram.position(number);
        String state = registration.facts().stateLabel();
        return new Status(
                state,
                !registration.state().closed(),
                state + " " + journal.entries(number).size() + " " + registration.suspended() + " "
                        + !position.stuck().isEmpty(),
                position.active(),
                position.passed(),
                position.stuck());
    }

    @GetMapping(path = "/process", produces = MediaType.APPLICATION_XML_VALUE)
    String process(@PathVariable String number) {
        return diagram.source(number);
    }
}
