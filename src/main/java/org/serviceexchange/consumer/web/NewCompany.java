package org.serviceexchange.consumer.web;

import java.util.Locale;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.web.FormSubmission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Creates a company record for the provider within the wizard, which then preselects it. */
@Controller
@RequestMapping(WizardPath.PATTERN + "/new-company")
class NewCompany {

    private final CreateCompany createCompany;

    NewCompany(CreateCompany createCompany) {
        this.createCompany = createCompany;
    }

    @GetMapping
    String show(@PathVariable String number) {
        return WizardPath.redirectTo(number);
    }

    @PostMapping
    String create(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String name,
            Locale language,
            RedirectAttributes attributes) {
        boolean created = FormSubmission.beforeRedirect(
                () -> {
                    Company company = createCompany.create(name);
                    attributes.addFlashAttribute("chosen", company.id());
                    Notice.of(LocalizedMessage.of("consumer.company.created", company.name()), language)
                            .tell(attributes);
                },
                attributes);
        if (!created) {
            attributes.addFlashAttribute("name", name);
        }
        return WizardPath.redirectTo(number);
    }
}
