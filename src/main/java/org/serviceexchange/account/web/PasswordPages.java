package org.serviceexchange.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.serviceexchange.account.ForgottenPassword;
import org.serviceexchange.account.PasswordLinkMail;
import org.serviceexchange.account.SetPassword;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.FormSubmission;
import org.serviceexchange.platform.web.link.LinkSecretCookie;
import org.serviceexchange.platform.web.throttle.Throttle;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages for people who cannot log in yet, or no more: they set a password by a link, or ask for one. */
@Controller
class PasswordPages {

    static final String PATH = "/password";

    private static final String FORGOTTEN = "account/forgotten";
    private static final String NEW = "account/new-password";

    private final SetPassword setPassword;
    private final ForgottenPassword forgotten;
    private final PasswordLinkMail mail;
    private final LinkSecretCookie cookie;
    private final Throttle throttle;

    PasswordPages(
            SetPassword setPassword,
            ForgottenPassword forgotten,
            PasswordLinkMail mail,
            InstanceSettings settings,
            Throttle throttle) {
        this.setPassword = setPassword;
        this.forgotten = forgotten;
        this.mail = mail;
        this.cookie = new LinkSecretCookie(settings, "password", PATH, ProblemCode.PASSWORD_LINK_REFUSED);
        this.throttle = throttle;
    }

    /** Redirects at once, so that the secret disappears from the browser's address bar. Uses nothing up. */
    @GetMapping(PATH + "/link")
    String receive(
            @RequestParam(defaultValue = "") String secret, HttpServletRequest request, HttpServletResponse response) {
        cookie.keep(secret, request, response);
        return "redirect:" + PATH + "/new";
    }

    @GetMapping(PATH + "/new")
    String show(HttpServletRequest request, Model model) {
        model.addAttribute("userId", setPassword.userOf(cookie.secret(request)));
        return NEW;
    }

    @PostMapping(PATH + "/new")
    String set(
            @RequestParam(defaultValue = "") String chosen,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String secret = cookie.secret(request);
        model.addAttribute("userId", setPassword.userOf(secret));
        boolean done = FormSubmission.of(
                () -> {
                    if (!chosen.equals(repeated)) {
                        throw new Problem(ProblemCode.PASSWORDS_DIFFER);
                    }
                    setPassword.set(secret, chosen);
                },
                model);
        if (done) {
            cookie.remove(request, response);
        }
        return done ? "redirect:/login?chosen" : NEW;
    }

    @GetMapping(PATH + "/forgotten")
    String ask(Model model) {
        return forgotten(false, model);
    }

    /** The answer is the same whoever is named. */
    @PostMapping(PATH + "/forgotten")
    String ask(@RequestParam(defaultValue = "") String userId, HttpServletRequest request, Model model) {
        boolean asked = FormSubmission.of(
                () -> {
                    throttle.admit("forgotten " + userId, request.getRemoteAddr());
                    forgotten.ask(userId.strip());
                },
                model);
        return forgotten(asked, model);
    }

    private String forgotten(boolean asked, Model model) {
        model.addAttribute("mailIsOn", mail.on());
        model.addAttribute("asked", asked);
        return FORGOTTEN;
    }
}
