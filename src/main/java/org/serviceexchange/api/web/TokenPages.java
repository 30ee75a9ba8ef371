package org.serviceexchange.api.web;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.api.ApiTokens;
import org.serviceexchange.api.IssueToken;
import org.serviceexchange.api.RevokeToken;
import org.serviceexchange.api.Scope;
import org.serviceexchange.api.ServiceUser;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which admins issue and revoke the tokens of services. */
@Controller
@RequestMapping(TokenPages.PATH)
class TokenPages {

    static final String PATH = "/api-tokens";

    private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365);

    private final ApiTokens tokens;
    private final IssueToken issueToken;
    private final RevokeToken revokeToken;
    private final Clock clock;

    TokenPages(ApiTokens tokens, IssueToken issueToken, RevokeToken revokeToken, Clock clock) {
        this.tokens = tokens;
        this.issueToken = issueToken;
        this.revokeToken = revokeToken;
        this.clock = clock;
    }

    @GetMapping
    String list(Model model) {
        return list("", Scope.READ, IssueToken.DEFAULT_DAYS, model);
    }

    private String list(String service, Scope scope, int days, Model model) {
        model.addAttribute(
                "tokens",
                tokens.all().stream()
                        .map(token -> TokenLine.of(token, clock.instant()))
                        .toList());
        model.addAttribute("service", service);
        model.addAttribute("scope", scope);
        model.addAttribute("days", days);
        model.addAttribute("choices", DAYS);
        return "api/tokens";
    }

    /** The response shows the token, which is stored nowhere, so there is no page to redirect to. */
    @PostMapping
    String issue(
            @RequestParam(defaultValue = "") String service,
            @RequestParam(defaultValue = "READ") Scope scope,
            @RequestParam(defaultValue = "" + IssueToken.DEFAULT_DAYS) int days,
            Principal admin,
            Locale locale,
            Model model) {
        try {
            model.addAttribute("issued", issueToken.issue(ServiceUser.named(service), scope, days, admin.getName()));
            return "api/issued";
        } catch (Problem refused) {
            model.addAttribute("error", refused.sentence(locale));
            return list(service, scope, days, model);
        }
    }

    @GetMapping("/{number}/revoke")
    String confirm(@PathVariable String number, Model model) {
        model.addAttribute(
                "token",
                tokens.find(number)
                        .filter(token -> !token.revoked())
                        .orElseThrow(() -> new Problem(ProblemCode.TOKEN_UNKNOWN, number)));
        return "api/revoke";
    }

    @PostMapping("/{number}/revoke")
    String revoke(@PathVariable String number, Principal admin, RedirectAttributes next) {
        revokeToken.revoke(number, admin.getName());
        next.addFlashAttribute("revoked", number);
        return "redirect:" + PATH;
    }
}
