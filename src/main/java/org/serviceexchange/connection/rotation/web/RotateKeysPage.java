package org.serviceexchange.connection.rotation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.connection.life.ConnectionAct;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.PagePaths;
import org.serviceexchange.connection.rotation.RequestRotation;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Rotate keys now" on the page of a connection, and of its registration at the provider. */
@Controller
@RequestMapping({
    "/registrations/{number}/rotate",
    "/consumer-connections/{number}/rotate",
    "/connections/{number}/rotate"
})
class RotateKeysPage {

    private final ConnectionLookup connections;
    private final RequestRotation requestRotation;

    RotateKeysPage(ConnectionLookup connections, RequestRotation requestRotation) {
        this.connections = connections;
        this.requestRotation = requestRotation;
    }

    /** Asks for confirmation; redirects to the page if the connection does not live. */
    @GetMapping
    String ask(@PathVariable String number, HttpServletRequest request, Model model) {
        if (living(number).isEmpty()) {
            return "redirect:" + page(request);
        }
        model.addAttribute("number", number);
        model.addAttribute("record", page(request));
        model.addAttribute("rotating", page(request) + "/rotate");
        return "connection/rotate";
    }

    @PostMapping
    String rotate(
            @PathVariable String number,
            Authentication user,
            Locale language,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        LivingConnection connection =
                living(number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
        attributes.addFlashAttribute("rotation", request(connection, user.getName(), language));
        return "redirect:" + page(request);
    }

    /** What is said on the page afterwards. */
    private String request(LivingConnection connection, String user, Locale language) {
        try {
            boolean begun = requestRotation.request(connection.number(), user);
            return Messages.of("rotation.done." + (begun ? "begun" : "underWay"), language);
        } catch (Problem refused) {
            if (refused.code() != ProblemCode.CONNECTION_SUSPENDED) {
                throw refused;
            }
            return refused.sentence(language);
        }
    }

    private Optional<LivingConnection> living(String number) {
        return connections.ofSubject(number).or(() -> connections.find(number));
    }

    private static String page(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** In the list of a connection's page. */
    @Configuration(proxyBeanMethods = false)
    static class Act {

        @Bean
        ConnectionAct rotateKeysAct() {
            return new ConnectionAct(
                    200,
                    "rotate",
                    "rotation.now",
                    "rotation.now.what",
                    connection -> PagePaths.connection(connection) + "/rotate");
        }
    }
}
