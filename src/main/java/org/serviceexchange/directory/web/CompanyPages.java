package org.serviceexchange.directory.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.serviceexchange.directory.Accounts;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.CompanyRecords;
import org.serviceexchange.directory.CompanyRecords.Records;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.EditCompany;
import org.serviceexchange.directory.SameName;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.ConfirmationQuestion;
import org.serviceexchange.platform.web.FormSubmission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pages for administering companies. */
@Controller
class CompanyPages {

    private final Directory directory;
    private final CreateCompany createCompany;
    private final EditCompany editCompany;
    private final Accounts accounts;
    private final List<CompanyRecords> records;

    CompanyPages(
            Directory directory,
            CreateCompany createCompany,
            EditCompany editCompany,
            Accounts accounts,
            List<CompanyRecords> records) {
        this.records = records;
        this.directory = directory;
        this.createCompany = createCompany;
        this.editCompany = editCompany;
        this.accounts = accounts;
    }

    @GetMapping("/companies")
    String list(Model model) {
        List<Company> companies = directory.companies();
        model.addAttribute("companies", companies);
        model.addAttribute("sameNames", sameNames(companies));
        model.addAttribute("sameUsers", String.join(", ", accounts.ambiguous()));
        return "companies";
    }

    /** Companies of earlier versions that have a name which is the same as another's by today's rule; empty if none. */
    private static String sameNames(List<Company> companies) {
        Map<String, Long> counts = companies.stream()
                .collect(Collectors.groupingBy(company -> SameName.key(company.name()), Collectors.counting()));
        return companies.stream()
                .filter(company -> counts.getOrDefault(SameName.key(company.name()), 0L) > 1)
                .map(company -> company.name() + " (" + company.id() + ")")
                .collect(Collectors.joining(", "));
    }

    @PostMapping("/companies")
    String create(@RequestParam String name, Model model, RedirectAttributes next) {
        model.addAttribute("name", name);
        if (!FormSubmission.of(() -> createCompany.create(name), model)) {
            return list(model);
        }
        FormSubmission.saved(next);
        return "redirect:/companies";
    }

    @GetMapping("/companies/{id}")
    String show(@PathVariable String id, Model model) {
        Company company = known(id);
        model.addAttribute("company", company);
        model.addAttribute("contacts", directory.contacts(id));
        List<Records> found = records.stream().map(one -> one.of(id)).toList();
        model.addAttribute(
                "records", found.stream().flatMap(one -> one.entries().stream()).toList());
        model.addAttribute("moreRecords", found.stream().anyMatch(Records::more));
        if (!model.containsAttribute("name")) {
            model.addAttribute("name", company.name());
        }
        return "company";
    }

    @PostMapping("/companies/{id}")
    String rename(@PathVariable String id, @RequestParam String name, Model model, RedirectAttributes next) {
        known(id);
        model.addAttribute("name", name);
        return FormSubmission.of(() -> editCompany.rename(id, name), model) ? back(id, next) : show(id, model);
    }

    @GetMapping("/companies/{id}/deactivate")
    String askBeforeDeactivating(@PathVariable String id, Model model) {
        Company company = known(id);
        new ConfirmationQuestion("instance.company.deactivate", company.name(), "/companies/" + id).show(model);
        return ConfirmationQuestion.VIEW;
    }

    @PostMapping("/companies/{id}/deactivate")
    String deactivate(@PathVariable String id, RedirectAttributes next) {
        editCompany.setActive(id, false);
        return back(id, next);
    }

    @PostMapping("/companies/{id}/activate")
    String activate(@PathVariable String id, RedirectAttributes next) {
        editCompany.setActive(id, true);
        return back(id, next);
    }

    private Company known(String id) {
        return directory.company(id).orElseThrow(() -> new Problem(ProblemCode.COMPANY_UNKNOWN, id));
    }

    private static String back(String id, RedirectAttributes next) {
        FormSubmission.saved(next);
        return "redirect:/companies/" + id;
    }
}
