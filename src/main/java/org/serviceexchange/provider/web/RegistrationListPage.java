package org.serviceexchange.provider.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The former URL of the list of registrations, which redirects to the Center. */
@Controller
class RegistrationListPage {

    @GetMapping("/registrations")
    String show() {
        return "redirect:/?side=provider";
    }
}
