package org.serviceexchange.provider.replacement.web;

import java.util.Locale;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.replacement.ReplaceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Says what replacing a connection takes away and begins, on both sides, asks for the reason, and replaces it. */
@Controller
@RequestMapping("/replacement/{number}")
class ReplaceConnectionPage {

    private static final String RECORD = "redirect:/registrations/";

    private final Registrations registrations;
    private final ReplaceConnection replaceConnection;

    ReplaceConnectionPage(Registrations registrations, ReplaceConnection replaceConnection) {
        this.registrations = registrations;
        this.replaceConnection = replaceConnection;
    }

    /** Redirects to the registration's page if it has no live connection, or none any more. */
    @GetMapping
    ModelAndView ask(@PathVariable String number) {
        return registrations
                .find(number)
                .filter(registration -> registration.state() == RegistrationState.CLOSED_COMPLETE)
                .map(ReplaceConnectionPage::page)
                .orElseGet(() -> new ModelAndView(RECORD + number));
    }

    /** Leads to the page of the new registration, or of this one if it has no live connection. */
    @PostMapping
    ModelAndView replace(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Authentication user,
            Locale language) {
        try {
            return new ModelAndView(RECORD + replaceConnection.replace(number, reason, user.getName()));
        } catch (Problem refused) {
            Registration asked = registrations.find(number).orElseThrow(() -> refused);
            if (asked.state() != RegistrationState.CLOSED_COMPLETE) {
                return new ModelAndView(RECORD + number);
            }
            ModelAndView again = page(asked)
                    .addObject("reason", reason)
                    .addObject(RefusedEntry.NAME, RefusedEntry.of(refused, language));
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
    }

    private static ModelAndView page(Registration registration) {
        return new ModelAndView("provider/replace")
                .addObject("number", registration.number())
                .addObject("peer", registration.claim().orElseThrow().consumerName());
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess replacementAccess() {
            return PageAccess.anyOf("/replacement/**", Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
        }
    }
}
