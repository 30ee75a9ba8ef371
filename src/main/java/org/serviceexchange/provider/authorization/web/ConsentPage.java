package org.serviceexchange.provider.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.login.web.LoginDetails;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.PagePolicy;
import org.serviceexchange.platform.web.Thumbprints;
import org.serviceexchange.provider.authorization.ContactGate;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.replacement.Replacements;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Asks the contact whether the consumer may exchange keys with this instance.
 *
 * <p>Security guarantees: Only somebody who proved the contact's password a few minutes ago can consent.
 */
@Controller
class ConsentPage {

    private static final OAuth2TokenType STATE = new OAuth2TokenType(OAuth2ParameterNames.STATE);
    private static final int TICKET_BYTES = 32;

    /** A session that was left open for longer is not taken for the contact. */
    private static final Duration FRESH_LOGIN = Duration.ofMinutes(5);

    private final Base64StringKeyGenerator tickets =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), TICKET_BYTES);
    private final OAuth2AuthorizationService authorizations;
    private final Registrations registrations;
    private final ContactGate gate;
    private final Replacements replacements;
    private final Directory directory;
    private final InstanceSettings instance;
    private final Clock clock;

    ConsentPage(
            OAuth2AuthorizationService authorizations,
            Registrations registrations,
            ContactGate gate,
            Replacements replacements,
            Directory directory,
            InstanceSettings instance,
            Clock clock) {
        this.authorizations = authorizations;
        this.registrations = registrations;
        this.gate = gate;
        this.replacements = replacements;
        this.directory = directory;
        this.instance = instance;
        this.clock = clock;
    }

    @GetMapping(OAuth.CONSENT)
    String show(
            @RequestParam String state,
            Authentication user,
            HttpServletRequest request,
            HttpSession session,
            HttpServletResponse response,
            Model model) {
        OAuth2Authorization asked = Optional.ofNullable(authorizations.findByToken(state, STATE))
                .filter(found -> found.getPrincipalName().equals(user.getName()))
                .orElseThrow(() -> new Problem(ProblemCode.CONSENT_EXPIRED));
        String clientId = asked.getRegisteredClientId();
        if (!gate.admits(clientId, user.getName(), ContactGate.Step.CONSENT_PAGE)) {
            return "redirect:" + OAuth.WRONG_USER;
        }
        if (!LoginDetails.within(FRESH_LOGIN, user, clock.instant())) {
            return logInAgain(request, response, session, user);
        }
        Registration registration =
                registrations.ofClient(clientId).orElseThrow(() -> new Problem(ProblemCode.CONSENT_EXPIRED));
        ConsentTicket ticket = new ConsentTicket(state, tickets.generateKey());
        ticket.keepIn(session);
        model.addAttribute("clientId", clientId);
        model.addAttribute("state", state);
        model.addAttribute("ticket", ticket.value());
        model.addAttribute("scope", OAuth.SCOPE);
        describe(registration, model);
        response.setHeader(
                PagePolicy.HEADER,
                PagePolicy.withFormTo(URI.create(registration.request().consumerUrl())));
        return "provider/consent";
    }

    /** After the login the browser repeats the consumer's request, so that login and consent belong to one authorization. */
    private static String logInAgain(
            HttpServletRequest request, HttpServletResponse response, HttpSession session, Authentication user) {
        String address = AuthorizationRequestInProgress.address(session)
                .orElseThrow(() -> new Problem(ProblemCode.CONSENT_EXPIRED));
        new SecurityContextLogoutHandler().logout(request, response, user);
        return "redirect:" + address;
    }

    private void describe(Registration registration, Model model) {
        RegistrationRequest request = registration.request();
        Claim claim = registration.claim().orElseThrow();
        model.addAttribute("instance", instance.name());
        model.addAttribute("registration", request.number());
        model.addAttribute(
                "company",
                directory.company(request.companyId()).map(Company::name).orElse(request.companyId()));
        model.addAttribute(
                "contact",
                directory.contact(request.contactId()).map(Contact::displayName).orElse(request.contactId()));
        model.addAttribute("replaces", replacements.replacedBy(request.number()).orElse(null));
        model.addAttribute("consumerUrl", request.shownUrl());
        model.addAttribute("consumerName", claim.consumerName());
        model.addAttribute("thumbprint", Thumbprints.grouped(claim.thumbprint()));
    }
}
