package org.serviceexchange.consumer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.OpenConnection;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.serviceexchange.protocol.outbound.CallableAddresses;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Leads a person from the registration link to the connection. Only the POST has an effect. */
@Controller
class LinkPages {

    static final String LINK = "/connect";
    static final String START = "/connect/start";
    static final String BEGIN = "/connect/begin";
    static final String LOG_IN = "/connect/log-in";
    static final String SWITCH_ACCOUNT = "/connect/switch-account";

    private final OpenConnection openConnection;
    private final LinkCookie cookie;
    private final CallableAddresses addresses;

    LinkPages(OpenConnection openConnection, LinkCookie cookie, CallableAddresses addresses) {
        this.openConnection = openConnection;
        this.cookie = cookie;
        this.addresses = addresses;
    }

    /** Redirects at once, so that the secret disappears from the browser's address bar. */
    @GetMapping(LINK)
    String receive(
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String registration,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable String pin,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        RegistrationLink link = RegistrationLink.of(provider, registration, secret, pin);
        addresses.entered(link.provider().toString());
        cookie.keep(link, request, response);
        return "redirect:" + START;
    }

    @GetMapping(START)
    String explain(HttpServletRequest request, @Nullable Authentication user, Model model) {
        model.addAttribute("kept", cookie.read(request));
        model.addAttribute("loggedIn", LoggedInRoles.present(user));
        model.addAttribute("mayManage", Role.administer(LoggedInRoles.of(user)));
        return "consumer/start";
    }

    /** Requires a login, and redirects back afterwards. */
    @GetMapping({LOG_IN, BEGIN})
    String logIn() {
        return "redirect:" + START;
    }

    @PostMapping(BEGIN)
    String begin(HttpServletRequest request, HttpServletResponse response, Authentication user) {
        KeptLink kept = cookie.read(request);
        String number = kept.number();
        if (kept.link() != null) {
            number = openConnection.open(kept.link(), user.getName());
            cookie.begun(number, request, response);
        }
        return number == null ? "redirect:" + START : WizardPath.redirectTo(number);
    }

    /** Lets a user who may not connect this instance log in with another account, and return to the same page. */
    @PostMapping(SWITCH_ACCOUNT)
    String switchAccount(
            @RequestParam(defaultValue = "") String number,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication user) {
        new SecurityContextLogoutHandler().logout(request, response, user);
        return KeptLink.isNumber(number) ? WizardPath.redirectTo(number) : "redirect:" + LOG_IN;
    }
}
