package org.serviceexchange.provider.web;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationRefusals;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Data for the start form in Tasklist: the options, and whether an order would be refused. */
@RestController
@RequestMapping("/registrations")
class RegistrationFormData {

    private final Directory directory;
    private final RegistrationRefusals refusals;

    RegistrationFormData(Directory directory, RegistrationRefusals refusals) {
        this.directory = directory;
        this.refusals = refusals;
    }

    /**
     * The companies that can be chosen, each with its contacts, and the CSRF header of a POST.
     *
     * @param found number of companies that match the search, which can be more than are listed
     * @param many whether the form should offer the search
     */
    record Choices(List<Choice> companies, int found, boolean many, String csrfHeader, String csrfToken) {}

    /** An option of a list. */
    record Choice(String id, String name, List<Choice> contacts) {}

    /** The values entered so far. */
    record Entered(
            @Nullable String companyId,
            @Nullable String contactId,
            @Nullable String consumerUrl) {}

    /**
     * The result of the check; the refusal is one or two sentences about a field, or about the whole order if the field
     * is empty.
     */
    record Answer(boolean accepted, String refusal, String field) {}

    @GetMapping("/choices")
    Choices choices(
            @RequestParam(required = false) @Nullable String find,
            @RequestParam(defaultValue = "") String chosen,
            CsrfToken csrf) {
        Map<String, List<Contact>> contacts = directory.contacts().stream()
                .filter(Contact::active)
                .collect(Collectors.groupingBy(Contact::companyId));
        List<Company> all = directory.companies();
        CompanyChoices choices = CompanyChoices.of(all, Objects.toString(find, ""), chosen);
        // Forms of earlier versions do not search
        List<Company> offered =
                find == null ? all.stream().filter(Company::active).toList() : choices.offered();
        List<Choice> companies = offered.stream()
                .map(company -> choice(company, contacts.getOrDefault(company.id(), List.of())))
                .toList();
        return new Choices(companies, choices.found(), choices.many(), csrf.getHeaderName(), csrf.getToken());
    }

    private static Choice choice(Company company, List<Contact> contacts) {
        List<Choice> people = contacts.stream()
                .map(contact -> new Choice(contact.userId(), contact.displayName(), List.of()))
                .toList();
        return new Choice(company.id(), company.name(), people);
    }

    /**
     * Whether the order would be accepted now. A refusal is a normal response, not an error status, which Tasklist
     * would report itself.
     */
    @PostMapping("/check")
    Answer check(@RequestBody Entered entered, Principal admin, Locale language) {
        try {
            refusals.check(new RegistrationOrder(
                    text(entered.companyId()),
                    text(entered.contactId()),
                    text(entered.consumerUrl()),
                    admin.getName()));
            return new Answer(true, "", "");
        } catch (Problem refused) {
            RefusedEntry entry = RefusedEntry.of(refused, language);
            return new Answer(false, entry.sentence(), Objects.toString(entry.field(), ""));
        }
    }

    /** A missing field is refused like an empty one. */
    private static String text(@Nullable String entered) {
        return entered == null ? "" : entered;
    }
}
