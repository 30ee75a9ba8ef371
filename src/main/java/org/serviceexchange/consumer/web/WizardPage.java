package org.serviceexchange.consumer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.serviceexchange.consumer.closing.ReplaceLostConnections;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.security.web.RecordedRefusal;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The wizard that leads the contact from the opened link to <em>Onboarded</em>, one step at a time; its URL contains
 * only the connection's number.
 */
@Controller
class WizardPage {

    private final ConnectionModel shown;
    private final Directory directory;
    private final ReplaceLostConnections replaceLost;

    WizardPage(ConnectionModel shown, Directory directory, ReplaceLostConnections replaceLost) {
        this.replaceLost = replaceLost;
        this.shown = shown;
        this.directory = directory;
    }

    @GetMapping(WizardPath.PATTERN)
    String show(
            @PathVariable String number,
            Authentication user,
            Locale language,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!Role.administer(LoggedInRoles.of(user))) {
            RecordedRefusal.of(request, ProblemCode.FORBIDDEN.code());
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            model.addAttribute("number", number);
            return "consumer/wrong-role";
        }
        ProviderConnection connection = shown.show(number, language, model);
        model.addAttribute("last", shown.last(number));
        if (connection.state() == ConnectionState.VALIDATED) {
            model.addAttribute(
                    "companies",
                    directory.companies().stream().filter(Company::active).toList());
            model.addAttribute(
                    "replaceable",
                    replaceLost.replaceableBy(connection).stream()
                            .map(this::replaceable)
                            .toList());
        }
        return "consumer/wizard";
    }

    private LocalizedMessage replaceable(ProviderConnection lost) {
        String company = Objects.requireNonNullElse(lost.snapshot().company(), "");
        return LocalizedMessage.of(
                "consumer.replaces",
                lost.number(),
                directory.company(company).map(Company::name).orElse(company));
    }
}
