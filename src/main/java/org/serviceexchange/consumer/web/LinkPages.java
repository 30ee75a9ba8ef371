package org.serviceexchange.consumer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.OpenConnection;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.serviceexchange.platform.web.PagePolicy;
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
    static final String DECLINE = "/connect/decline";
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

    /** The link that the parameters name, which other pages of the same browser do not change; the newest without them. */
    @GetMapping(START)
    String explain(
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String registration,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication user,
            Model model) {
        KeptLinks kept = cookie.read(request);
        Optional<KeptLink> shown = kept.shown(provider, registration);
        model.addAttribute("kept", shown.orElse(null));
        shown.flatMap(KeptLink::declining)
                .ifPresent(page -> response.setHeader(PagePolicy.HEADER, PagePolicy.withFormTo(page)));
        model.addAttribute("loggedIn", LoggedInRoles.present(user));
        boolean mayManage = Role.administer(LoggedInRoles.of(user));
        model.addAttribute("mayManage", mayManage);
        model.addAttribute(
                "replaces",
                mayManage
                        ? shown.map(KeptLink::link)
                                .flatMap(openConnection::replacedBy)
                                .map(ProviderConnection::number)
                                .orElse(null)
                        : null);
        return "consumer/start";
    }

    /** Requires a login, and redirects back afterwards. */
    @GetMapping({LOG_IN, BEGIN, DECLINE})
    String logIn(
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String registration) {
        return start(provider, registration);
    }

    /** Begins with the link that the form shows, whatever was opened in this browser since. */
    @PostMapping(BEGIN)
    String begin(
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String registration,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication user) {
        KeptLinks links = cookie.read(request);
        KeptLink kept = links.shown(provider, registration).orElse(null);
        boolean unclear = registration == null && links.all().size() > 1;
        if (kept == null || unclear) {
            return start(provider, registration);
        }
        String number = kept.number();
        if (kept.link() != null) {
            number = openConnection.open(kept.link(), user.getName());
            cookie.begun(kept, number, request, response);
        }
        return WizardPath.redirectTo(String.valueOf(number));
    }

    /**
     * Leads to the provider's page on which the link can be declined, which needs no login on either side. A POST, so that no
     * page of somebody else can use this instance to lead people anywhere.
     */
    @PostMapping(DECLINE)
    String decline(@RequestParam String provider, @RequestParam String registration, HttpServletRequest request) {
        return cookie.read(request)
                .shown(provider, registration)
                .flatMap(KeptLink::declining)
                .map(page -> "redirect:" + page)
                .orElseGet(() -> start(provider, registration));
    }

    private static String start(@Nullable String provider, @Nullable String registration) {
        return provider == null || registration == null
                ? "redirect:" + START
                : "redirect:" + START + "?" + parameters(provider, registration);
    }

    private static String parameters(String provider, String registration) {
        return "provider=" + URLEncoder.encode(provider, StandardCharsets.UTF_8) + "&registration="
                + URLEncoder.encode(registration, StandardCharsets.UTF_8);
    }

    /** Lets a user who may not connect this instance log in with another account, and return to the same page. */
    @PostMapping(SWITCH_ACCOUNT)
    String switchAccount(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable String provider,
            @RequestParam(required = false) @Nullable String registration,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication user) {
        new SecurityContextLogoutHandler().logout(request, response, user);
        return KeptLink.isNumber(number)
                ? WizardPath.redirectTo(number)
                : provider == null || registration == null
                        ? "redirect:" + LOG_IN
                        : "redirect:" + LOG_IN + "?" + parameters(provider, registration);
    }
}
