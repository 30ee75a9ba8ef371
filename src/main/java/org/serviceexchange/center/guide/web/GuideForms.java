package org.serviceexchange.center.guide.web;

import java.util.Locale;
import org.serviceexchange.center.guide.FirstCompany;
import org.serviceexchange.center.guide.GuideChoices;
import org.serviceexchange.center.guide.GuideStep;
import org.serviceexchange.center.guide.TestMail;
import org.serviceexchange.directory.PasswordLinks;
import org.serviceexchange.directory.PasswordLinks.Delivery;
import org.serviceexchange.directory.SaveProviderRecord;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.web.FormSubmission;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is entered during the first start; whatever was saved leads on to the next step by itself. */
@Controller
@RequestMapping(GuidePages.PATH)
class GuideForms {

    private static final String TOLD = "told";

    private final GuidePages pages;
    private final GuideChoices choices;
    private final TestMail testMail;
    private final SaveProviderRecord saveProviderRecord;
    private final FirstCompany firstCompany;
    private final PasswordLinks links;

    GuideForms(
            GuidePages pages,
            GuideChoices choices,
            TestMail testMail,
            SaveProviderRecord saveProviderRecord,
            FirstCompany firstCompany,
            PasswordLinks links) {
        this.pages = pages;
        this.choices = choices;
        this.testMail = testMail;
        this.saveProviderRecord = saveProviderRecord;
        this.firstCompany = firstCompany;
        this.links = links;
    }

    @PostMapping("/mail")
    String sendTestMail(
            @RequestParam String to, Authentication user, Locale language, Model model, RedirectAttributes next) {
        model.addAttribute("to", to);
        if (!FormSubmission.of(() -> testMail.send(to, language), model)) {
            return again(GuideStep.MAIL, user, model);
        }
        choices.save(GuideStep.MAIL, false, user.getName());
        next.addFlashAttribute(TOLD, LocalizedMessage.of("guide.mail.sent", to.strip()));
        return GuidePages.NEXT;
    }

    @PostMapping("/provider")
    String nameProvider(@RequestParam String name, Authentication user, Model model, RedirectAttributes next) {
        model.addAttribute("name", name);
        if (!FormSubmission.of(() -> saveProviderRecord.save(name), model)) {
            return again(GuideStep.PROVIDER, user, model);
        }
        FormSubmission.saved(next);
        return GuidePages.NEXT;
    }

    /** A link for the password that no mail brought is shown once, so there is no page to redirect to. */
    @PostMapping("/company")
    String enterCompany(
            @ModelAttribute("form") FirstContactForm form, Authentication user, Model model, RedirectAttributes next) {
        if (!FormSubmission.of(() -> firstCompany.create(form.company(), form.person()), model)) {
            return again(GuideStep.COMPANY, user, model);
        }
        Delivery delivery =
                links.issue(form.person().userId(), LoggedInRoles.of(user).contains(Role.ADMIN));
        if (delivery.sentTo() != null) {
            next.addFlashAttribute(
                    TOLD, LocalizedMessage.of("account.link.sent", delivery.userId(), delivery.sentTo()));
            return GuidePages.NEXT;
        }
        model.addAttribute("delivery", delivery);
        model.addAttribute("back", GuidePages.PATH);
        return "account/link";
    }

    private String again(GuideStep step, Authentication user, Model model) {
        return pages.show(step.key(), user, model);
    }
}
