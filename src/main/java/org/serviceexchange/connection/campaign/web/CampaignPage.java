package org.serviceexchange.connection.campaign.web;

import java.util.Locale;
import org.serviceexchange.connection.campaign.CampaignInView;
import org.serviceexchange.connection.campaign.CampaignSteps;
import org.serviceexchange.connection.campaign.RunCampaign;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.RefusedEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans, previews, starts, shows and stops the rotation of the keys of many connections. */
@Controller
@RequestMapping(CampaignPage.PATH)
class CampaignPage {

    static final String PATH = "/campaign";

    private static final String DONE = "done";

    private final RunCampaign runCampaign;
    private final CampaignSteps steps;
    private final CampaignInView inView;

    CampaignPage(RunCampaign runCampaign, CampaignSteps steps, CampaignInView inView) {
        this.runCampaign = runCampaign;
        this.steps = steps;
        this.inView = inView;
    }

    @GetMapping
    ModelAndView show(@ModelAttribute("form") CampaignForm form) {
        return page();
    }

    /** A GET on the URL of an action, e.g. after re-login, redirects to the page. */
    @GetMapping({"/preview", "/start", "/stop"})
    String showAgain() {
        return "redirect:" + PATH;
    }

    @PostMapping("/preview")
    ModelAndView preview(@ModelAttribute("form") CampaignForm form, Locale language) {
        try {
            return new ModelAndView("connection/campaign-preview").addObject("preview", inView.preview(form.plan()));
        } catch (Problem refused) {
            return refused(refused, language);
        }
    }

    @PostMapping("/start")
    ModelAndView start(
            @ModelAttribute("form") CampaignForm form, Authentication user, Locale language, RedirectAttributes next) {
        try {
            boolean started = runCampaign.start(user.getName(), form.plan());
            steps.start();
            return done(started ? "started" : "already", language, next);
        } catch (Problem refused) {
            return refused(refused, language);
        }
    }

    @PostMapping("/stop")
    ModelAndView stop(Locale language, RedirectAttributes next) {
        return done(runCampaign.stop() ? "stopped" : "none", language, next);
    }

    private ModelAndView refused(Problem refused, Locale language) {
        ModelAndView again = page().addObject(RefusedEntry.NAME, RefusedEntry.of(refused, language));
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }

    private static ModelAndView done(String what, Locale language, RedirectAttributes next) {
        next.addFlashAttribute(DONE, Messages.of("campaign.done." + what, language));
        return new ModelAndView("redirect:" + PATH);
    }

    private ModelAndView page() {
        return new ModelAndView("connection/campaign").addObject("view", inView.now());
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess campaignAccess() {
            return new PageAccess(PATH + "/**", Role::administer);
        }

        @Bean
        NavigationEntry campaignEntry() {
            return new NavigationEntry(245, "campaign.nav", PATH, Role::administer);
        }
    }
}
