package org.serviceexchange.consumer.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.AuthenticateAtProvider;
import org.serviceexchange.consumer.PinnedProvider;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the provider sends the person back to. Nothing is sent to anyone before state, user and issuer are checked. */
@Controller
class CallbackPage {

    static final String CALLBACK = "/connect/callback";

    private final AuthenticateAtProvider authenticateAtProvider;
    private final CodeRedemption redemption;

    CallbackPage(AuthenticateAtProvider authenticateAtProvider, CodeRedemption redemption) {
        this.authenticateAtProvider = authenticateAtProvider;
        this.redemption = redemption;
    }

    /** What the provider said; one of code and error. */
    record Answer(
            @Nullable String state,
            @Nullable String iss,
            @Nullable String code,
            @Nullable String error) {

        @Override
        public String toString() {
            return "Answer[error=" + error + "]";
        }
    }

    @GetMapping(CALLBACK)
    String receive(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String iss,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            @Nullable Authentication user,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        String userName = user == null ? "" : user.getName();
        var pending = PendingAuthentication.take(request.getSession(false), state, userName);
        if (pending.isEmpty()) {
            return "consumer/unfinished";
        }
        String number = pending.get().number();
        String notice = finish(pending.get(), new Answer(state, iss, code, error));
        if (!notice.isEmpty()) {
            attributes.addFlashAttribute("notice", notice);
        }
        return "redirect:/connections/" + number;
    }

    /** What the person has to know, empty if all went well. */
    private String finish(PendingAuthentication pending, Answer answer) {
        PinnedProvider provider = authenticateAtProvider.provider(pending.number());
        if (!provider.issuer().equals(answer.iss())) {
            throw new Problem(ProblemCode.PROVIDER_ISSUER_DIFFERS);
        }
        if (answer.code() == null) {
            return refusal(answer.error());
        }
        try {
            OAuth2AccessToken token = redemption.redeem(pending, provider, answer.code());
            authenticateAtProvider.authenticated(
                    pending.number(), pending.user(), token.getTokenValue(), CodeRedemption.expiry(token));
            return "";
        } catch (CodeRedemption.NotRedeemed e) {
            return e.notice();
        }
    }

    private static String refusal(@Nullable String error) {
        return "access_denied".equals(error)
                ? "Deny was selected at the provider. Nothing is lost: select Authenticate to try again, or cancel the"
                        + " connection."
                : "The provider did not allow the connection. Select Authenticate to try again.";
    }
}
