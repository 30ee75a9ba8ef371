package org.serviceexchange.provider.web;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.serviceexchange.api.ServiceUser;
import org.serviceexchange.approval.web.ShownApproval;
import org.serviceexchange.block.field.OwnFields;
import org.serviceexchange.center.CaseGuide;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.connection.heartbeat.web.HealthCards;
import org.serviceexchange.connection.state.Inquiries;
import org.serviceexchange.connection.state.PeerQuestions;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.web.Thumbprints;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.invitation.RegistrationLinks;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.serviceexchange.provider.validation.GoOnAnyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The page of one registration: everything for users who administer; state, next steps and comments for its contact.
 */
@Controller
class RegistrationPage {

    private final Readers readers;
    private final RegistrationLinks links;
    private final ProcessDiagram diagram;
    private final Journal journal;
    private final Directory directory;
    private final Users users;
    private final HealthCards healthCards;
    private final Inquiries inquiries;
    private final PeerQuestions questions;
    private final CaseSource cases;
    private final Clock clock;
    private final RegistrationMail mail;
    private final OwnFields ownFields;

    RegistrationPage(
            Readers readers,
            RegistrationLinks links,
            @Qualifier("registrationDiagram") ProcessDiagram diagram,
            Journal journal,
            Directory directory,
            Users users,
            HealthCards healthCards,
            Inquiries inquiries,
            PeerQuestions questions,
            @Qualifier("registrationsAsCases") CaseSource cases,
            Clock clock,
            RegistrationMail mail,
            OwnFields ownFields) {
        this.ownFields = ownFields;
        this.clock = clock;
        this.mail = mail;
        this.readers = readers;
        this.links = links;
        this.diagram = diagram;
        this.journal = journal;
        this.directory = directory;
        this.users = users;
        this.healthCards = healthCards;
        this.inquiries = inquiries;
        this.questions = questions;
        this.cases = cases;
    }

    @GetMapping("/registrations/{number}")
    String show(@PathVariable String number, Authentication user, Locale locale, Model model) {
        Registration registration = readers.open(number, user);
        var snapshot = registration.snapshot();
        model.addAttribute("number", number);
        model.addAttribute("closed", snapshot.state().closed());
        model.addAttribute("state", snapshot.label().in(locale));
        model.addAttribute("tone", RegistrationInWords.tone(snapshot));
        Journal.Reading read = journal.read(number);
        model.addAttribute("alteration", read.warning(locale));
        if (!Readers.mayManage(user)) {
            model.addAttribute("guide", RegistrationGuide.forContact(snapshot));
            model.addAttribute("entries", read.comments());
            return "provider/registration-of-contact";
        }
        describe(registration, locale, model);
        model.addAttribute("health", healthCards.of(number).orElse(null));
        model.addAttribute("times", diagram.times(number, clock.instant(), locale));
        FailedSteps.Failure failure = diagram.failure(number);
        model.addAttribute("trouble", failure.reason().orElse(null));
        model.addAttribute("nextTry", failure.nextTry().orElse(null));
        String link = links.addressOf(registration).map(URI::toString).orElse(null);
        model.addAttribute("link", snapshot.suspended() ? null : link);
        model.addAttribute("entries", NotesWithLink.of(read.entries(), link));
        return "provider/registration";
    }

    private void describe(Registration registration, Locale locale, Model model) {
        DirectoryNames names = new DirectoryNames(directory, users);
        var request = registration.request();
        String contact = names.person(request.contactId());
        CaseGuide guide = RegistrationGuide.forStaff(registration.snapshot(), contact, cases.waiting(request.number()));
        model.addAttribute(
                "guide",
                new CaseGuide(
                        guide.now(),
                        guide.next(),
                        ShownApproval.translated(
                                guide.who(), registration.snapshot().progress().approvals(), diagram)));
        model.addAttribute("facts", registration.snapshot());
        model.addAttribute(
                "approvals",
                ShownApproval.all(
                        registration.snapshot().progress().approvals(),
                        names::person,
                        text -> diagram.labelled(text).in(locale)));
        model.addAttribute("ownFields", ownFields.of(request.number()));
        model.addAttribute("mailIsOn", mail.on());
        model.addAttribute(
                "goingOn", GoOnAnyway.isOffered(registration.snapshot().findings()));
        model.addAttribute("heard", inquiries.heard(request.number()).orElse(null));
        questions.watched(ConnectionSide.PROVIDER, request.number());
        model.addAttribute("company", names.company(request.companyId()));
        model.addAttribute("contact", contact);
        model.addAttribute("requestedBy", requester(request.requestedBy(), names, locale));
        model.addAttribute(
                "thumbprint",
                registration
                        .claim()
                        .map(claim -> Thumbprints.grouped(claim.thumbprint()))
                        .orElse(""));
    }

    private static String requester(String actor, DirectoryNames names, Locale locale) {
        return ServiceUser.of(actor).map(service -> service.label().in(locale)).orElseGet(() -> names.person(actor));
    }
}
