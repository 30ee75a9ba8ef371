package org.serviceexchange.consumer.web;

import java.util.Locale;
import org.serviceexchange.consumer.ConnectionProcess;
import org.serviceexchange.consumer.RequestCancellation;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does on the page of a connection; every action leads back to it. */
@Controller
@RequestMapping("/connections/{number}")
class ConnectionActions {

    private final ConnectionProcess process;
    private final RequestCancellation requestCancellation;

    ConnectionActions(ConnectionProcess process, RequestCancellation requestCancellation) {
        this.process = process;
        this.requestCancellation = requestCancellation;
    }

    @PostMapping("/company")
    String connectToProvider(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String companyId,
            Authentication user,
            RedirectAttributes attributes) {
        try {
            process.connectToProvider(number, companyId, user.getName());
        } catch (Problem refused) {
            if (refused.code() != ProblemCode.COMPANY_NOT_USABLE) {
                throw refused;
            }
            attributes.addFlashAttribute(
                    "companyError", refused.cause(Locale.ENGLISH) + " " + refused.solution(Locale.ENGLISH));
        }
        return page(number);
    }

    @PostMapping("/check")
    String checkAgain(@PathVariable String number) {
        process.checkAgain(number);
        return page(number);
    }

    @PostMapping("/retry")
    String retry(@PathVariable String number) {
        process.retry(number);
        return page(number);
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String number, Authentication user) {
        requestCancellation.request(number, user.getName());
        return page(number);
    }

    private static String page(String number) {
        return "redirect:/connections/" + number;
    }
}
