package org.serviceexchange.provider.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.block.field.StartForms;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.provider.registration.ReceiveRegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page that starts a registration, as the form in Tasklist does; without JavaScript, the contacts are shown in a
 * second step.
 */
@Controller
@RequestMapping("/registrations/new")
class NewRegistrationPage {

    private final Directory directory;
    private final RegistrationProcess process;
    private final StartForms forms;

    NewRegistrationPage(Directory directory, RegistrationProcess process, StartForms forms) {
        this.directory = directory;
        this.process = process;
        this.forms = forms;
    }

    /** The values entered so far. */
    record Entered(
            @Nullable String find,
            @Nullable String company,
            @Nullable String contact,
            @Nullable String url,
            @Nullable Map<String, String> own) {

        /** What was entered in a field that the form in Tasklist has beyond the usual ones. */
        public String own(String name) {
            return own == null ? "" : own.getOrDefault(name, "");
        }

        private RegistrationOrder order(String admin) {
            return new RegistrationOrder(
                    Objects.toString(company, ""),
                    Objects.toString(contact, ""),
                    Objects.toString(url, ""),
                    admin,
                    Objects.requireNonNullElse(own, Map.of()));
        }
    }

    @GetMapping
    ModelAndView ask(@ModelAttribute("entered") Entered entered) {
        String company = Objects.toString(entered.company(), "");
        return new ModelAndView("provider/new-registration")
                .addObject("entered", entered)
                .addObject(
                        "companies",
                        CompanyChoices.of(directory.companies(), Objects.toString(entered.find(), ""), company))
                .addObject("ownFields", forms.ownFields(ReceiveRegistrationRequest.START_FORM))
                .addObject("contacts", contacts(company));
    }

    private List<Contact> contacts(String company) {
        return company.isEmpty()
                ? List.of()
                : directory.contacts(company).stream().filter(Contact::active).toList();
    }

    /** The buttons beside the search and the company, for browsers without JavaScript. */
    @PostMapping(params = "choose")
    ModelAndView showContacts(@ModelAttribute("entered") Entered entered) {
        return ask(entered);
    }

    @PostMapping
    ModelAndView start(@ModelAttribute("entered") Entered entered, Principal admin, Locale locale) {
        if (Objects.toString(entered.contact(), "").isEmpty()) {
            return refused(entered, new RefusedEntry("contact", Messages.of("provider.new.contact.missing", locale)));
        }
        try {
            return new ModelAndView("redirect:/registrations/" + process.start(entered.order(admin.getName())));
        } catch (Problem refused) {
            return refused(entered, RefusedEntry.of(refused, locale));
        }
    }

    private ModelAndView refused(Entered entered, RefusedEntry refused) {
        ModelAndView again = ask(entered).addObject(RefusedEntry.NAME, refused);
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }
}
