package org.serviceexchange.provider.web;

import java.security.Principal;
import java.util.Locale;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.validation.GoOnAnyway;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * "Go on anyway" in the task form "Resolve validation findings": the form records the decision here, and then completes
 * its task, so that the checks run again.
 */
@RestController
@RequestMapping("/registrations/{number}/going-on")
class GoingOnFormData {

    private final Registrations registrations;
    private final GoOnAnyway goOnAnyway;

    GoingOnFormData(Registrations registrations, GoOnAnyway goOnAnyway) {
        this.registrations = registrations;
        this.goOnAnyway = goOnAnyway;
    }

    /** Whether the decision is offered, and the CSRF header of the POST. */
    record GoingOn(boolean offered, String csrfHeader, String csrfToken) {}

    /** Empty if the decision was recorded, else why not, in a sentence. */
    record Decided(String refusal) {}

    @GetMapping
    GoingOn offer(@PathVariable String number, CsrfToken csrf) {
        Registration registration = registrations.get(number);
        return new GoingOn(
                GoOnAnyway.isOffered(registration.snapshot().findings()), csrf.getHeaderName(), csrf.getToken());
    }

    @PostMapping
    Decided decide(@PathVariable String number, Principal admin, Locale language) {
        try {
            goOnAnyway.decide(number, admin.getName());
            return new Decided("");
        } catch (Problem refused) {
            return new Decided(refused.sentence(language));
        }
    }
}
