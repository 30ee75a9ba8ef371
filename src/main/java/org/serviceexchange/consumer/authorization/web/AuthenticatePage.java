package org.serviceexchange.consumer.authorization.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Base64;
import java.util.Locale;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.web.Notice;
import org.serviceexchange.consumer.web.WizardPath;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Authenticate": redirects the person to the provider, to log in there as the contact and to consent. */
@Controller
class AuthenticatePage {

    /**
     * A person who had to log in first starts again from the wizard, because browsers apply the Content-Security-Policy
     * of a form's page to the form's redirects.
     */
    private static final String LOGIN = "/login";

    private static final StringKeyGenerator STATES =
            new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

    private final AuthenticateAtProvider authenticateAtProvider;
    private final OwnAddress own;

    AuthenticatePage(AuthenticateAtProvider authenticateAtProvider, OwnAddress own) {
        this.authenticateAtProvider = authenticateAtProvider;
        this.own = own;
    }

    /**
     * A GET, because browsers would apply our {@code form-action} policy to the provider's URL; it changes only the
     * session.
     */
    @GetMapping(WizardPath.PATTERN + "/authenticate")
    String authenticate(
            @PathVariable String number,
            HttpServletRequest sent,
            Authentication user,
            Locale language,
            HttpSession session,
            RedirectAttributes attributes) {
        if (cameFromLogin(sent)) {
            return WizardPath.redirectTo(number);
        }
        try {
            return "redirect:" + request(number, user, session);
        } catch (Problem refused) {
            Notice.of(refused, language).tell(attributes);
            return WizardPath.redirectTo(number);
        }
    }

    /** Examines the original request: the wrapper around it is the request saved before the login, with its headers. */
    private static boolean cameFromLogin(HttpServletRequest sent) {
        ServletRequest request = sent;
        while (request instanceof ServletRequestWrapper around) {
            request = around.getRequest();
        }
        String before = ((HttpServletRequest) request).getHeader(HttpHeaders.REFERER);
        return before != null && before.endsWith(LOGIN);
    }

    private String request(String number, Authentication user, HttpSession session) {
        PinnedProvider provider = authenticateAtProvider.provider(number);
        ClientRegistration client = ProviderAsClient.of(number, provider, own.callback());
        OAuth2AuthorizationRequest.Builder request = OAuth2AuthorizationRequest.authorizationCode()
                .clientId(client.getClientId())
                .authorizationUri(client.getProviderDetails().getAuthorizationUri())
                .redirectUri(client.getRedirectUri())
                .scopes(client.getScopes())
                .state(PendingAuthentication.state(number, STATES.generateKey()));
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(request);
        var pending = new PendingAuthentication(number, user.getName(), request.build());
        pending.remember(session);
        return pending.request().getAuthorizationRequestUri();
    }
}
