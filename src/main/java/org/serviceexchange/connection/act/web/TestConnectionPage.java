package org.serviceexchange.connection.act.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.serviceexchange.connection.act.TestConnection;
import org.serviceexchange.connection.life.ConnectionAct;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.ConfirmationQuestion;
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

/** "Test connection" on the page of a connection. */
@Controller
@RequestMapping({"/consumer-connections/{number}/test", "/connections/{number}/test"})
class TestConnectionPage {

    private final ConnectionLookup connections;
    private final TestConnection testConnection;

    TestConnectionPage(ConnectionLookup connections, TestConnection testConnection) {
        this.connections = connections;
        this.testConnection = testConnection;
    }

    /** Redirects to the page if the connection does not live. */
    @GetMapping
    String ask(@PathVariable String number, HttpServletRequest request, Model model) {
        if (connections.find(number).isEmpty()) {
            return "redirect:" + page(request);
        }
        new ConfirmationQuestion("connection.test", number, page(request)).show(model);
        return ConfirmationQuestion.VIEW;
    }

    /** The page says what was found. */
    @PostMapping
    String test(
            @PathVariable String number,
            Authentication user,
            Locale language,
            HttpServletRequest request,
            RedirectAttributes attributes) {
        connections
                .find(number)
                .ifPresent(living -> attributes.addFlashAttribute("tested", test(living, user.getName(), language)));
        return "redirect:" + page(request);
    }

    private String test(LivingConnection living, String user, Locale language) {
        try {
            return testConnection.test(living.number(), living.subject(), user).in(language);
        } catch (Problem refused) {
            return refused.sentence(language);
        }
    }

    private static String page(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.substring(0, path.lastIndexOf('/'));
    }

    /** In the list of a connection's page. */
    @Configuration(proxyBeanMethods = false)
    static class Act {

        @Bean
        ConnectionAct testConnectionAct() {
            return new ConnectionAct(
                    100,
                    "test",
                    "connection.test.step",
                    "connection.test.consequence",
                    connection -> ConnectionAct.page(connection) + "/test");
        }
    }
}
