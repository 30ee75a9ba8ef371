package org.serviceexchange.directory.login.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.problem.InputValidation;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.platform.web.throttle.Throttle;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people change their own password. */
@Controller
class PasswordPage {

    private static final String VIEW = "password";

    private final Users users;
    private final Throttle throttle;

    PasswordPage(Users users, Throttle throttle) {
        this.users = users;
        this.throttle = throttle;
    }

    @GetMapping("/account/password")
    String show() {
        return VIEW;
    }

    @PostMapping("/account/password")
    String change(
            @RequestParam String current,
            @RequestParam String chosen,
            @RequestParam String repeated,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        try {
            change(request.getRemoteUser(), request.getRemoteAddr(), current, chosen, repeated);
            goOn(request);
            model.addAttribute("done", true);
        } catch (Problem problem) {
            model.addAttribute(RefusedEntry.NAME, RefusedEntry.of(problem, locale));
        }
        return VIEW;
    }

    /** Of all sessions of the user only this one goes on, because its person knows the new password. */
    private void goOn(HttpServletRequest request) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known.getDetails() instanceof LoginDetails login) {
            login.begin(users.securityVersion(known.getName()));
            request.changeSessionId();
            // What is changed in place is not noticed: it has to be put into the session again
            request.getSession()
                    .setAttribute(
                            HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                            SecurityContextHolder.getContext());
        }
    }

    private void change(String user, String address, String current, String chosen, String repeated) {
        if (!chosen.equals(repeated)) {
            throw new Problem(ProblemCode.PASSWORDS_DIFFER);
        }
        InputValidation.password(chosen, user);
        Throttle.Attempt admitted = throttle.admitKnown(user, address);
        if (users.authenticate(user, current).isEmpty()) {
            throw new Problem(ProblemCode.PASSWORD_WRONG);
        }
        admitted.succeeded();
        users.changePassword(user, users.hash(chosen));
    }
}
