package org.serviceexchange.consumer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.serviceexchange.consumer.closing.RequestConnectionCancellation;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.FormSubmission;
import org.serviceexchange.platform.web.RefusedEntry;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Actions in the wizard and on the page of a connection. Every action redirects to the page it was selected on, which
 * shows if somebody else was faster.
 */
@Controller
@RequestMapping({WizardPath.PATTERN, "/connections/{number}"})
class ConnectionActions {

    private final ConnectionProcess process;
    private final RequestConnectionCancellation requestCancellation;

    ConnectionActions(ConnectionProcess process, RequestConnectionCancellation requestCancellation) {
        this.process = process;
        this.requestCancellation = requestCancellation;
    }

    /** A GET on an action URL, e.g. after re-login, redirects to the page. */
    @GetMapping({"/company", "/check", "/retry"})
    String show(HttpServletRequest request) {
        return back(request);
    }

    @PostMapping("/company")
    String connectToProvider(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String companyId,
            Authentication user,
            Locale language,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        try {
            if (!process.connectToProvider(number, companyId, user.getName())) {
                Notice.of(LocalizedMessage.of("consumer.meanwhile"), language).tell(attributes);
            }
        } catch (Problem refused) {
            RefusedEntry entry = RefusedEntry.of(refused, language);
            if (entry.at("company")) {
                FormSubmission.refuse(entry, attributes);
            } else {
                Notice.of(refused, language).tell(attributes);
            }
        }
        return back(request);
    }

    @PostMapping("/check")
    String checkAgain(
            @PathVariable String number, Locale language, HttpServletRequest request, RedirectAttributes attributes) {
        tell(() -> process.checkAgain(number), "consumer.checking", language, attributes);
        return back(request);
    }

    @PostMapping("/retry")
    String retry(
            @PathVariable String number, Locale language, HttpServletRequest request, RedirectAttributes attributes) {
        tell(() -> process.retry(number), "consumer.retrying", language, attributes);
        return back(request);
    }

    @PostMapping("/cancel")
    String cancel(
            @PathVariable String number,
            Authentication user,
            Locale language,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        try {
            requestCancellation.request(number, user.getName());
        } catch (Problem refused) {
            Notice.of(refused, language).tell(attributes);
        }
        return back(request);
    }

    private static void tell(BooleanSupplier step, String done, Locale language, RedirectAttributes attributes) {
        String key = step.getAsBoolean() ? done : "consumer.meanwhile";
        Notice.of(LocalizedMessage.of(key), language).tell(attributes);
    }

    private static String back(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return "redirect:" + path.substring(0, path.lastIndexOf('/'));
    }
}
