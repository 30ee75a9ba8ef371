package org.serviceexchange.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Changes the language and redirects to the same page. */
@Controller
class LanguageSwitch {

    /**
     * No white space, control characters or characters that a browser encodes, and no braces, which Spring would expand
     * in a redirect.
     */
    private static final Pattern OWN_PAGE = Pattern.compile("/(?!/)[!-~&&[^\\\\{}]]*");

    private final LocaleResolver languages;

    LanguageSwitch(LocaleResolver languages) {
        this.languages = languages;
    }

    @PostMapping("/language")
    String change(
            @RequestParam String language,
            @RequestParam String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = Languages.tagged(language).orElseThrow(() -> new Problem(ProblemCode.REQUEST_INVALID));
        languages.setLocale(request, response, chosen);
        return "redirect:" + (isOwn(page) ? page : "/");
    }

    /**
     * Whether the value is a path of this instance and cannot be taken for a URL of another one. Browsers treat a
     * backslash as a slash.
     */
    static boolean isOwn(String page) {
        return OWN_PAGE.matcher(page).matches();
    }
}
