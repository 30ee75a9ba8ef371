package org.serviceexchange.consumer.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.web.Notice;
import org.serviceexchange.consumer.web.WizardPath;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The redirect URI to which the provider sends the person back. No request is sent before state, user and issuer are
 * checked.
 */
@Controller
class CallbackPage {

    private final AuthenticateAtProvider authenticateAtProvider;
    private final CodeRedemption redemption;

    CallbackPage(AuthenticateAtProvider authenticateAtProvider, CodeRedemption redemption) {
        this.authenticateAtProvider = authenticateAtProvider;
        this.redemption = redemption;
    }

    /** The parameters of the authorization response (RFC 6749, section 4.1.2); either code or error. */
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

    @GetMapping(OwnAddress.CALLBACK_PATH)
    String receive(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String iss,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error,
            @Nullable Authentication user,
            Locale language,
            HttpServletRequest request,
            Model model,
            RedirectAttributes attributes) {
        String userName = user == null ? "" : user.getName();
        var pending = PendingAuthentication.take(request.getSession(false), state, userName);
        if (pending.isEmpty()) {
            model.addAttribute("number", PendingAuthentication.number(state));
            return "consumer/unfinished";
        }
        Optional<Notice> notice = contradictory(request, code, error)
                ? Optional.of(Notice.of(LocalizedMessage.of("consumer.authenticate.contradictory"), language))
                : finish(pending.get(), new Answer(state, iss, code, error), language);
        notice.ifPresent(told -> told.tell(attributes));
        return WizardPath.redirectTo(pending.get().number());
    }

    /** Whether a parameter is repeated (RFC 6749, section 3.1), or the answer says both yes and no. */
    private static boolean contradictory(HttpServletRequest request, @Nullable String code, @Nullable String error) {
        return (code != null && error != null)
                || Stream.of("state", "iss", "code", "error")
                        .map(request::getParameterValues)
                        .anyMatch(values -> values != null && values.length > 1);
    }

    /** A notice for the person; empty on success. */
    private Optional<Notice> finish(PendingAuthentication pending, Answer answer, Locale language) {
        try {
            PinnedProvider provider = authenticateAtProvider.provider(pending.number());
            if (!InstanceAddress.same(provider.issuer(), answer.iss())) {
                throw new Problem(ProblemCode.PROVIDER_ISSUER_DIFFERS);
            }
            if (answer.code() == null) {
                return Optional.of(Notice.of(refusal(answer.error()), language));
            }
            OAuth2AccessToken token = redemption.redeem(pending, provider, answer.code());
            authenticateAtProvider.authenticated(
                    pending.number(), pending.user(), token.getTokenValue(), redemption.expiry(token));
            return Optional.empty();
        } catch (CodeRedemption.NotRedeemed e) {
            return Optional.of(Notice.of(LocalizedMessage.of("consumer.authenticate.notRedeemed"), language));
        } catch (Problem refused) {
            return Optional.of(Notice.of(refused, language));
        }
    }

    private static LocalizedMessage refusal(@Nullable String error) {
        return LocalizedMessage.of("consumer.authenticate." + ("access_denied".equals(error) ? "denied" : "refused"));
    }
}
