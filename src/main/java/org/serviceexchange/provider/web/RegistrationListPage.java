package org.serviceexchange.provider.web;

import java.util.Locale;
import org.serviceexchange.instance.Directory;
import org.serviceexchange.instance.Users;
import org.serviceexchange.provider.Registrations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All registrations, newest first. */
@Controller
class RegistrationListPage {

    private final Registrations registrations;
    private final Directory directory;
    private final Users users;

    RegistrationListPage(Registrations registrations, Directory directory, Users users) {
        this.registrations = registrations;
        this.directory = directory;
        this.users = users;
    }

    @GetMapping("/registrations")
    String show(Locale locale, Model model) {
        Names names = new Names(directory, users);
        model.addAttribute(
                "registrations",
                registrations.list().stream()
                        .map(registration -> RegistrationLine.of(registration, names, locale))
                        .toList());
        return "provider/registrations";
    }
}
