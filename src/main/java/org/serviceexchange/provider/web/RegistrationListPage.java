package org.serviceexchange.provider.web;

import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.RegistrationPages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The former URL of the list of registrations, which redirects to the Center, and the way from a connection to its registration. */
@Controller
class RegistrationListPage {

    private final RegistrationPages registrations;

    RegistrationListPage(RegistrationPages registrations) {
        this.registrations = registrations;
    }

    @GetMapping("/registrations")
    String show() {
        return "redirect:/?side=provider";
    }

    @GetMapping("/registrations/of/{connection}")
    String ofConnection(@PathVariable String connection) {
        return "redirect:/registrations/"
                + registrations
                        .ofConnection(connection)
                        .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND))
                        .number();
    }
}
