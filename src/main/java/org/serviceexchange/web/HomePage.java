package org.serviceexchange.web;

import org.serviceexchange.instance.Directory;
import org.serviceexchange.instance.Role;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: what this user can do here, and how to begin. */
@Controller
class HomePage {

    private final Directory directory;

    HomePage(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/")
    String show(Authentication user, Model model) {
        boolean steers = Role.steer(LoggedInRoles.of(user));
        boolean named = steers && directory.providerRecord().isPresent();
        model.addAttribute("steers", steers);
        model.addAttribute("providerMissing", steers && !named);
        model.addAttribute("companiesMissing", named && directory.companies().isEmpty());
        return "home";
    }
}
