package org.serviceexchange.connection.rotation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.rotation.RequestRotation;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Rotate keys now" on the page of a registration, at the provider, and of a connection, at the consumer. */
@Controller
@RequestMapping({"/registrations/{number}/rotate", "/connections/{number}/rotate"})
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
        if (connections.ofSubject(number).isEmpty()) {
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
                connections.ofSubject(number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
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

    private static String page(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.substring(0, path.lastIndexOf('/'));
    }
}
