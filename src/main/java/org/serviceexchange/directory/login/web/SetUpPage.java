package org.serviceexchange.directory.login.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/**
 * The page on which the first admin is created, who is logged in by it and led on to the steps of the first start;
 * afterwards its URL responds with 404.
 */
@Controller
class SetUpPage {

    private static final String VIEW = "setup";

    /** The page of the step after this one, which is part of the Center. */
    private static final String FIRST_STEP = "/first-start/address";

    private final SetUp setUp;
    private final Throttle throttle;
    private final FirstLogin firstLogin;

    SetUpPage(SetUp setUp, Throttle throttle, FirstLogin firstLogin) {
        this.setUp = setUp;
        this.throttle = throttle;
        this.firstLogin = firstLogin;
    }

    @GetMapping("/setup")
    String show() {
        onlyBefore();
        return VIEW;
    }

    @PostMapping("/setup")
    String create(
            @ModelAttribute("form") Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        onlyBefore();
        String address = request.getRemoteAddr();
        try {
            if (!form.password().equals(form.repeated())) {
                throw new Problem(ProblemCode.PASSWORDS_DIFFER);
            }
            Throttle.Attempt admitted = throttle.admit(VIEW, address);
            create(form, admitted);
            firstLogin.logIn(form.person().userId(), form.password(), request, response);
            return "redirect:" + FIRST_STEP;
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
