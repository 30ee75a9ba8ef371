package org.serviceexchange.directory.login.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.SetUp;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.platform.web.throttle.Throttle;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The page on which the first admin is created; afterwards its URL responds with 404. */
@Controller
class SetUpPage {

    private static final String VIEW = "setup";

    private final SetUp setUp;
    private final Throttle throttle;

    SetUpPage(SetUp setUp, Throttle throttle) {
        this.setUp = setUp;
        this.throttle = throttle;
    }

    @GetMapping("/setup")
    String show() {
        onlyBefore();
        return VIEW;
    }

    @PostMapping("/setup")
    String create(@ModelAttribute("form") Form form, HttpServletRequest request, Locale locale, Model model) {
        onlyBefore();
        String address = request.getRemoteAddr();
        try {
            if (!form.password().equals(form.repeated())) {
                throw new Problem(ProblemCode.PASSWORDS_DIFFER);
            }
            Throttle.Attempt admitted = throttle.admit(VIEW, address);
            create(form, admitted);
            return "redirect:/login";
        } catch (Problem problem) {
            model.addAttribute(RefusedEntry.NAME, RefusedEntry.of(problem, locale));
            return VIEW;
        }
    }

    /** Only a wrong secret is a guess. */
    private void create(Form form, Throttle.Attempt admitted) {
        try {
            setUp.createFirstAdmin(form.secret(), form.person(), form.password());
        } catch (Problem problem) {
            if (problem.code() != ProblemCode.SETUP_SECRET_REFUSED) {
                admitted.withdrawn();
            }
            throw problem;
        }
    }

    private void onlyBefore() {
        if (setUp.done()) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
    }

    /** The fields of the form. */
    record Form(
            String secret,
            String userId,
            String firstName,
            String lastName,
            String mail,
            String password,
            String repeated) {

        Form {
            secret = text(secret);
            userId = text(userId);
            firstName = text(firstName);
            lastName = text(lastName);
            mail = text(mail);
            password = text(password);
            repeated = text(repeated);
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }

        Person person() {
            return new Person(userId, firstName, lastName, mail);
        }

        @Override
        public String toString() {
            return "Form[userId=" + userId + "]";
        }
    }
}
