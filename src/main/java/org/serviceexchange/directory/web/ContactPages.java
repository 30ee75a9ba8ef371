package org.serviceexchange.directory.web;

import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.EditContact;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.ConfirmationQuestion;
import org.serviceexchange.platform.web.FormSubmission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages for administering the contacts of companies. */
@Controller
class ContactPages {

    private final Directory directory;
    private final Users users;
    private final CreateContact createContact;
    private final EditContact editContact;

    ContactPages(Directory directory, Users users, CreateContact createContact, EditContact editContact) {
        this.directory = directory;
        this.users = users;
        this.createContact = createContact;
        this.editContact = editContact;
    }

    @GetMapping("/contacts/new")
    String askForNew(@ModelAttribute("form") ContactForm form, Model model) {
        model.addAttribute("companies", directory.companies());
        return "contact-new";
    }

    @PostMapping("/contacts/new")
    String create(@ModelAttribute("form") ContactForm form, @RequestParam String password, Model model) {
        boolean created = FormSubmission.of(
                () -> {
                    Contact contact = createContact.create(form.person(), form.companyId(), password);
                    editContact.setLanguage(contact.userId(), form.chosenLanguage());
                },
                model);
        return created ? "redirect:/companies/" + form.companyId() : askForNew(form, model);
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
    String edit(@PathVariable String userId, @ModelAttribute("form") ContactForm form, Model model) {
        boolean saved = FormSubmission.of(
                () -> {
                    editContact.edit(form.withUserId(userId).person(), form.companyId());
                    editContact.setLanguage(userId, form.chosenLanguage());
                },
                model);
        return saved ? "redirect:/companies/" + form.companyId() : show(userId, model);
    }

    @PostMapping("/contacts/{userId}/password")
    String setPassword(@PathVariable String userId, @RequestParam String password, Model model) {
        model.addAttribute("passwordSet", FormSubmission.of(() -> editContact.setPassword(userId, password), model));
        return show(userId, model);
    }

    @GetMapping("/contacts/{userId}/deactivate")
    String askBeforeDeactivating(@PathVariable String userId, Model model) {
        Contact contact = known(userId);
        new ConfirmationQuestion("instance.contact.deactivate", contact.displayName(), "/contacts/" + userId)
                .show(model);
        return ConfirmationQuestion.VIEW;
    }

    @PostMapping("/contacts/{userId}/deactivate")
    String deactivate(@PathVariable String userId) {
        editContact.setActive(userId, false);
        return "redirect:/companies/" + known(userId).companyId();
    }

    @PostMapping("/contacts/{userId}/activate")
    String activate(@PathVariable String userId) {
        editContact.setActive(userId, true);
        return "redirect:/companies/" + known(userId).companyId();
    }

    private Contact known(String userId) {
        return directory.contact(userId).orElseThrow(() -> new Problem(ProblemCode.CONTACT_UNKNOWN, userId));
    }
}
