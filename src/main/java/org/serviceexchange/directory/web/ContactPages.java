package org.serviceexchange.directory.web;

import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.EditContact;
import org.serviceexchange.directory.PasswordLinks;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.ConfirmationQuestion;
import org.serviceexchange.platform.web.FormSubmission;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages for administering the contacts of companies. */
@Controller
class ContactPages {

    private final Directory directory;
    private final Users users;
    private final CreateContact createContact;
    private final EditContact editContact;
    private final PasswordLinks links;

    ContactPages(
            Directory directory,
            Users users,
            CreateContact createContact,
            EditContact editContact,
            PasswordLinks links) {
        this.directory = directory;
        this.users = users;
        this.createContact = createContact;
        this.editContact = editContact;
        this.links = links;
    }

    @GetMapping("/contacts/new")
    String askForNew(@ModelAttribute("form") ContactForm form, Model model) {
        model.addAttribute("companies", directory.companies());
        return "contact-new";
    }

    @PostMapping("/contacts/new")
    String create(@ModelAttribute("form") ContactForm form, Authentication user, Model model) {
        boolean created = FormSubmission.of(
                () -> {
                    Contact contact = createContact.create(form.person(), form.companyId());
                    editContact.setLanguage(contact.userId(), form.chosenLanguage());
                },
                model);
        return created ? sendLink(form.person().userId(), user, model) : askForNew(form, model);
    }

    /** The answer may show the link, which is stored nowhere, so there is no page to redirect to. */
    @PostMapping("/contacts/{userId}/link")
    String sendLink(@PathVariable String userId, Authentication user, Model model) {
        Contact contact = known(userId);
        model.addAttribute("delivery", links.issue(contact.userId(), isAdmin(user)));
        model.addAttribute("back", "/companies/" + contact.companyId());
        return "account/link";
    }

    private static boolean isAdmin(Authentication user) {
        return LoggedInRoles.of(user).contains(Role.ADMIN);
    }

    @GetMapping("/contacts/{userId}")
    String show(@PathVariable String userId, Model model) {
        Contact contact = known(userId);
        model.addAttribute("contact", contact);
        model.addAttribute("companies", directory.companies());
        if (!model.containsAttribute("form")) {
            var person = users.person(userId).orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, userId));
            model.addAttribute("form", ContactForm.of(person, contact));
        }
        return "contact";
    }

    @PostMapping("/contacts/{userId}")
    String edit(
            @PathVariable String userId,
            @ModelAttribute("form") ContactForm form,
            Authentication user,
            Model model,
            RedirectAttributes next) {
        boolean saved = FormSubmission.of(
                () -> {
                    editContact.edit(form.withUserId(userId).person(), form.companyId(), isAdmin(user));
                    editContact.setLanguage(userId, form.chosenLanguage());
                },
                model);
        return saved ? back(form.companyId(), next) : show(userId, model);
    }

    @GetMapping("/contacts/{userId}/deactivate")
    String askBeforeDeactivating(@PathVariable String userId, Model model) {
        Contact contact = known(userId);
        new ConfirmationQuestion("instance.contact.deactivate", contact.displayName(), "/contacts/" + userId)
                .show(model);
        return ConfirmationQuestion.VIEW;
    }

    @PostMapping("/contacts/{userId}/deactivate")
    String deactivate(@PathVariable String userId, RedirectAttributes next) {
        editContact.setActive(userId, false);
        return back(known(userId).companyId(), next);
    }

    @PostMapping("/contacts/{userId}/activate")
    String activate(@PathVariable String userId, RedirectAttributes next) {
        editContact.setActive(userId, true);
        return back(known(userId).companyId(), next);
    }

    private static String back(String companyId, RedirectAttributes next) {
        FormSubmission.saved(next);
        return "redirect:/companies/" + companyId;
    }

    private Contact known(String userId) {
        return directory.contact(userId).orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, userId));
    }
}
