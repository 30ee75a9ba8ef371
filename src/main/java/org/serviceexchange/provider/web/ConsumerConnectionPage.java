package org.serviceexchange.provider.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.web.HealthCards;
import org.serviceexchange.connection.overview.web.LivingCards;
import org.serviceexchange.connection.state.Inquiries;
import org.serviceexchange.connection.state.PeerQuestions;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessStatus;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.serviceexchange.provider.registration.RegistrationState;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The page of a consumer connection such as CCN0001001: its life after the registration that led to it. */
@Controller
@RequestMapping("/consumer-connections/{number}")
class ConsumerConnectionPage {

    private final RegistrationPages registrations;
    private final LivingCards livingCards;
    private final HealthCards healthCards;
    private final Inquiries inquiries;
    private final PeerQuestions questions;
    private final Directory directory;
    private final Users users;
    private final Journal journal;
    private final ProcessDiagram diagram;

    ConsumerConnectionPage(
            RegistrationPages registrations,
            LivingCards livingCards,
            HealthCards healthCards,
            Inquiries inquiries,
            PeerQuestions questions,
            Directory directory,
            Users users,
            Journal journal,
            @Qualifier("connectionLifeDiagram") ProcessDiagram diagram) {
        this.registrations = registrations;
        this.livingCards = livingCards;
        this.healthCards = healthCards;
        this.inquiries = inquiries;
        this.questions = questions;
        this.directory = directory;
        this.users = users;
        this.journal = journal;
        this.diagram = diagram;
    }

    @GetMapping
    String show(@PathVariable String number, Locale language, Model model) {
        Registration registration = find(number);
        if (!hasLived(registration)) {
            return "redirect:/registrations/" + registration.number();
        }
        String subject = registration.number();
        DirectoryNames names = new DirectoryNames(directory, users);
        String contact = names.person(registration.request().contactId());
        model.addAttribute("number", number);
        model.addAttribute("facts", registration.snapshot());
        model.addAttribute("state", registration.snapshot().label());
        model.addAttribute("tone", RegistrationInWords.tone(registration.snapshot()));
        model.addAttribute("guide", RegistrationGuide.forStaff(registration.snapshot(), contact, Optional.empty()));
        model.addAttribute("company", names.company(registration.request().companyId()));
        model.addAttribute("contact", contact);
        model.addAttribute("living", livingCards.of(number).orElse(null));
        model.addAttribute("health", healthCards.of(subject).orElse(null));
        model.addAttribute("heard", inquiries.heard(subject).orElse(null));
        questions.watched(ConnectionSide.PROVIDER, subject);
        Journal.Reading read = journal.read(subject);
        model.addAttribute("entries", read.entries());
        model.addAttribute("alteration", read.warning(language));
        return "provider/consumer-connection";
    }

    @GetMapping("/status")
    @ResponseBody
    ProcessStatus status(@PathVariable String number, Locale language) {
        Registration registration = find(number);
        return ProcessStatus.at(
                diagram.position(number, language),
                registration.snapshot().label().in(language),
                registration.state() == RegistrationState.CLOSED_COMPLETE,
                List.of(
                        registration.snapshot().label(),
                        journal.count(registration.number()),
                        diagram.failure(number)));
    }

    @GetMapping(path = "/process", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String process(@PathVariable String number, Locale language) {
        find(number);
        return diagram.source(number, language);
    }

    private Registration find(String number) {
        return registrations
                .ofConnection(number)
                .orElseThrow(() -> new Problem(ProblemCode.CONSUMER_CONNECTION_UNKNOWN, number));
    }

    /** A connection has its number from the agreement of the first keys on, and the journal links it from then on. */
    private static boolean hasLived(Registration registration) {
        RegistrationState state = registration.snapshot().state();
        return state == RegistrationState.CLOSED_COMPLETE || state == RegistrationState.OFF_BOARDED;
    }
}
