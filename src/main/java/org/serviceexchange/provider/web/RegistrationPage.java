package org.serviceexchange.provider.web;

import java.net.URI;
import java.security.Principal;
import org.serviceexchange.instance.Directory;
import org.serviceexchange.instance.Users;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.serviceexchange.provider.Registration;
import org.serviceexchange.provider.RegistrationLinks;
import org.serviceexchange.provider.Registrations;
import org.serviceexchange.provider.RequestCancellation;
import org.serviceexchange.provider.RequestNewLink;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Everything about one registration, and what an admin can do with it. */
@Controller
@RequestMapping("/registrations/{number}")
class RegistrationPage {

    private final Registrations registrations;
    private final RegistrationLinks links;
    private final RequestNewLink requestNewLink;
    private final RequestCancellation requestCancellation;
    private final Journal journal;
    private final Directory directory;
    private final Users users;

    RegistrationPage(
            Registrations registrations,
            RegistrationLinks links,
            RequestNewLink requestNewLink,
            RequestCancellation requestCancellation,
            Journal journal,
            Directory directory,
            Users users) {
        this.registrations = registrations;
        this.links = links;
        this.requestNewLink = requestNewLink;
        this.requestCancellation = requestCancellation;
        this.journal = journal;
        this.directory = directory;
        this.users = users;
    }

    @GetMapping
    String show(@PathVariable String number, Model model) {
        Registration registration =
                registrations.find(number).orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
        Names names = new Names(directory, users);
        model.addAttribute("registration", registration);
        model.addAttribute("facts", registration.facts());
        model.addAttribute("row", RegistrationLine.of(registration, names));
        model.addAttribute("requestedBy", names.person(registration.request().requestedBy()));
        String link = links.addressOf(registration).map(URI::toString).orElse(null);
        model.addAttribute("link", link);
        model.addAttribute("entries", NotesWithLink.of(journal.entries(number), link));
        return "provider/registration";
    }

    @PostMapping("/resend")
    String resend(@PathVariable String number, Principal admin) {
        requestNewLink.request(number, admin.getName());
        return "redirect:/registrations/{number}";
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String number, Principal admin) {
        requestCancellation.request(number, admin.getName());
        return "redirect:/registrations/{number}";
    }
}
