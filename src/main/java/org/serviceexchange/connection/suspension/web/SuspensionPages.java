package org.serviceexchange.connection.suspension.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.PagePaths;
import org.serviceexchange.connection.suspension.SuspendConnection;
import org.serviceexchange.connection.suspension.SuspensionSettings;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.RefusedEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks before a live connection is suspended, before maintenance is announced for it, and before it is resumed. */
@Controller
@RequestMapping("/suspensions/{subject}")
class SuspensionPages {

    /** Flash attribute: what was done, for the page of the connection. */
    private static final String DONE = "suspensionDone";

    private final ConnectionLookup connections;
    private final SuspendConnection suspendConnection;
    private final SuspensionSettings settings;
    private final Clock clock;

    SuspensionPages(
            ConnectionLookup connections,
            SuspendConnection suspendConnection,
            SuspensionSettings settings,
            Clock clock) {
        this.connections = connections;
        this.suspendConnection = suspendConnection;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String subject, @ModelAttribute("form") RestForm form) {
        return page(connection(subject), form);
    }

    @PostMapping
    ModelAndView suspend(
            @PathVariable String subject,
            @ModelAttribute("form") RestForm form,
            Authentication user,
            Locale language,
            RedirectAttributes next) {
        LivingConnection connection = connection(subject);
        try {
            suspendConnection.suspend(connection.number(), user.getName(), form.order());
        } catch (Problem refused) {
            ModelAndView again =
                    page(connection, form).addObject(RefusedEntry.NAME, RefusedEntry.of(refused, language));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        next.addFlashAttribute(
                DONE, Messages.of("suspension.done." + (form.maintenance() ? "maintenance" : "suspended"), language));
        return new ModelAndView("redirect:" + record(connection));
    }

    @GetMapping("/resume")
    ModelAndView askToResume(@PathVariable String subject) {
        return new ModelAndView("connection/resume")
                .addObject("number", subject)
                .addObject("record", record(connection(subject)));
    }

    @PostMapping("/resume")
    String resume(@PathVariable String subject, Authentication user, Locale language, RedirectAttributes next) {
        LivingConnection connection = connection(subject);
        boolean done = suspendConnection.resume(connection.number(), user.getName());
        next.addFlashAttribute(DONE, Messages.of("suspension.done." + (done ? "resumed" : "over"), language));
        return "redirect:" + record(connection);
    }

    private ModelAndView page(LivingConnection connection, RestForm form) {
        Instant now = clock.instant();
        return new ModelAndView("connection/suspend")
                .addObject("number", connection.subject())
                .addObject("form", form)
                .addObject("record", record(connection))
                .addObject("defaultEnd", now.plus(settings.length()))
                .addObject("latestEnd", now.plus(settings.longest()));
    }

    private LivingConnection connection(String subject) {
        return connections.ofSubject(subject).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, subject));
    }

    private static String record(LivingConnection connection) {
        return PagePaths.record(connection.side(), connection.subject());
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess suspensionAccess() {
            return PageAccess.anyOf("/suspensions/**", Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
        }
    }
}
