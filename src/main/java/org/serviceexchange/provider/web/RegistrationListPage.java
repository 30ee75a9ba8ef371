package org.serviceexchange.provider.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The former address of the list. */
@Controller
class RegistrationListPage {

    @GetMapping("/registrations")
    String show() {
        return "redirect:/?side=provider";
    }
}
