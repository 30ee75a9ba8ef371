package org.serviceexchange.consumer.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.OpenConnection;
import org.serviceexchange.consumer.RegistrationLink;
import org.serviceexchange.web.LoggedInRoles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads a person from the registration link into the connection. Only the POST has an effect. */
@Controller
class LinkPages {

    static final String LINK = "/connect";
    static final String START = "/connect/start";
    static final String BEGIN = "/connect/begin";

    /** Where the link stays while the person logs in. */
    static final String IN_SESSION = RegistrationLink.class.getName();

    private final OpenConnection openConnection;

    LinkPages(OpenConnection openConnection) {
        this.openConnection = openConnection;
    }

    /** Takes the secret out of the address bar at once. */
    @GetMapping(LINK)
    String receive(
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String registration,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable String pin,
            HttpSession session,
            HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        session.setAttribute(IN_SESSION, RegistrationLink.of(provider, registration, secret, pin));
        return "redirect:" + START;
    }

    @GetMapping(START)
    String explain(HttpSession session, @Nullable Authentication user, Model model) {
        model.addAttribute("link", session.getAttribute(IN_SESSION));
        model.addAttribute("loggedIn", LoggedInRoles.present(user));
        model.addAttribute("steers", ConnectionAccess.steers(LoggedInRoles.of(user)));
        return "consumer/start";
    }

    /** Asks for the login, for that is what this address needs, and comes back. */
    @GetMapping(BEGIN)
    String logIn() {
        return "redirect:" + START;
    }

    @PostMapping(BEGIN)
    String begin(HttpSession session, Authentication user) {
        if (!(session.getAttribute(IN_SESSION) instanceof RegistrationLink link)) {
            return "redirect:" + START;
        }
        String number = openConnection.open(link, user.getName());
        session.removeAttribute(IN_SESSION);
        return "redirect:/connections/" + number;
    }
}
