package org.serviceexchange.connection.suspension.web;

import java.time.Clock;
import java.util.Locale;
import org.serviceexchange.connection.suspension.AnnounceMaintenance;
import org.serviceexchange.connection.suspension.MaintenanceInView;
import org.serviceexchange.connection.suspension.MaintenanceRounds;
import org.serviceexchange.connection.suspension.SuspensionSettings;
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

/** Announces maintenance of this instance to all its connections in one act, shows how far that has come, and lifts it. */
@Controller
@RequestMapping(MaintenancePage.PATH)
class MaintenancePage {

    static final String PATH = "/maintenance";

    private static final String DONE = "done";

    private final AnnounceMaintenance announceMaintenance;
    private final MaintenanceRounds rounds;
    private final MaintenanceInView inView;
    private final SuspensionSettings settings;
    private final Clock clock;

    MaintenancePage(
            AnnounceMaintenance announceMaintenance,
            MaintenanceRounds rounds,
            MaintenanceInView inView,
            SuspensionSettings settings,
            Clock clock) {
        this.announceMaintenance = announceMaintenance;
        this.rounds = rounds;
        this.inView = inView;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@ModelAttribute("form") RestForm form) {
        return page(form);
    }

    @PostMapping
    ModelAndView announce(
            @ModelAttribute("form") RestForm form, Authentication user, Locale language, RedirectAttributes next) {
        try {
            boolean announced = announceMaintenance.announce(user.getName(), form.order());
            rounds.start();
            return done(announced ? "announced" : "already", language, next);
        } catch (Problem refused) {
            ModelAndView again = page(form).addObject(RefusedEntry.NAME, RefusedEntry.of(refused, language));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    /** A GET on the action's URL, e.g. after re-login, redirects to the page. */
    @GetMapping("/lift")
    String showAgain() {
        return "redirect:" + PATH;
    }

    @PostMapping("/lift")
    ModelAndView lift(Authentication user, Locale language, RedirectAttributes next) {
        boolean lifted = announceMaintenance.lift(user.getName());
        rounds.start();
        return done(lifted ? "lifted" : "over", language, next);
    }

    private static ModelAndView done(String what, Locale language, RedirectAttributes next) {
        next.addFlashAttribute(DONE, Messages.of("suspension.all." + what, language));
        return new ModelAndView("redirect:" + PATH);
    }

    private ModelAndView page(RestForm form) {
        return new ModelAndView("connection/maintenance")
                .addObject("form", form)
                .addObject("view", inView.now())
                .addObject("latestEnd", clock.instant().plus(settings.longest()));
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess maintenanceAccess() {
            return new PageAccess(PATH + "/**", Role::administer);
        }

        @Bean
        NavigationEntry maintenanceEntry() {
            return new NavigationEntry(240, "suspension.nav", PATH, Role::administer);
        }
    }
}
