package org.serviceexchange.provider.web;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.validation.ChangeContact;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks who the contact is to be from now on, and says before what follows for the connection or the link. */
@Controller
@RequestMapping("/registrations/{number}/contact")
class ChangeContactPage {

    private static final String PAGE = "redirect:/registrations/{number}";

    private final Readers readers;
    private final Directory directory;
    private final Users users;
    private final ChangeContact changeContact;

    ChangeContactPage(Readers readers, Directory directory, Users users, ChangeContact changeContact) {
        this.readers = readers;
        this.directory = directory;
        this.users = users;
        this.changeContact = changeContact;
    }

    /** What was chosen so far; the contacts of a company are offered once it is chosen, at first those of the present one. */
    @GetMapping
    ModelAndView ask(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String company,
            Authentication user) {
        Registration registration = readers.open(number, user);
        return registration.state().over()
                ? new ModelAndView(PAGE)
                : page(
                        registration,
                        find,
                        company.isEmpty() ? registration.request().companyId() : company);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String company,
            @RequestParam(defaultValue = "") String contact,
            Authentication user,
            Locale locale,
            RedirectAttributes attributes) {
        Registration registration = readers.open(number, user);
        try {
            changeContact.change(number, company, contact, user.getName());
            attributes.addFlashAttribute("done", Messages.of("provider.done.contact", locale));
            return new ModelAndView(PAGE);
        } catch (Problem refused) {
            ModelAndView again =
                    page(registration, "", company).addObject(RefusedEntry.NAME, RefusedEntry.of(refused, locale));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private ModelAndView page(Registration registration, String find, String company) {
        RegistrationRequest request = registration.request();
        DirectoryNames names = new DirectoryNames(directory, users);
        List<Contact> others = directory.contacts(company).stream()
                .filter(Contact::active)
                .filter(one -> !one.userId().equals(request.contactId()))
                .toList();
        return new ModelAndView("provider/change-contact")
                .addObject("number", registration.number())
                .addObject("before", names.person(request.contactId()))
                .addObject("live", registration.state() == RegistrationState.CLOSED_COMPLETE)
                .addObject("find", find)
                .addObject("company", company)
                .addObject("companyName", names.company(company))
                .addObject("companies", CompanyChoices.of(directory.companies(), find, company))
                .addObject("contacts", others);
    }
}
