package org.serviceexchange.directory.login.web;

import java.util.Locale;
import org.serviceexchange.directory.SetUp;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.problem.ProblemTexts;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The application's only login page. */
@Controller
class LoginPage {

    private static final String ERROR = "error";

    private final SetUp setUp;

    LoginPage(SetUp setUp) {
        this.setUp = setUp;
    }

    @GetMapping("/login")
    String show(
            @RequestParam(required = false) String refused,
            @RequestParam(required = false) String paused,
            @RequestParam(required = false) String bye,
            @RequestParam(required = false) String chosen,
            Locale locale,
            Model model) {
        if (!setUp.done()) {
            return "redirect:/setup";
        }
        if (LoggedInRoles.present(SecurityContextHolder.getContext().getAuthentication())) {
            return "redirect:/";
        }
        model.addAttribute("bye", bye != null);
        model.addAttribute("chosen", chosen != null);
        if (refused != null) {
            model.addAttribute(ERROR, ProblemTexts.sentence(ProblemCode.LOGIN_REFUSED, locale));
        } else if (paused != null) {
            model.addAttribute(ERROR, ProblemTexts.sentence(ProblemCode.LOGIN_PAUSED, locale));
        }
        return "login";
    }
}
