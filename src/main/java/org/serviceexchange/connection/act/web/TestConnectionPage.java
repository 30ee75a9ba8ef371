package org.serviceexchange.connection.act.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.connection.act.TestConnection;
import org.serviceexchange.connection.life.ConnectionAct;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.PagePaths;
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
        Optional<LivingConnection> living = connections.find(number);
        if (living.isEmpty()) {
            return "redirect:" + page(living, request);
        }
        new ConfirmationQuestion("connection.test", number, page(living, request)).show(model);
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
        Optional<LivingConnection> living = connections.find(number);
        living.ifPresent(found -> attributes.addFlashAttribute("tested", test(found, user.getName(), language)));
        return "redirect:" + page(living, request);
    }

    private String test(LivingConnection living, String user, Locale language) {
        try {
            return testConnection.test(living.number(), living.subject(), user).in(language);
        } catch (Problem refused) {
            return refused.sentence(language);
        }
    }

    /** The number decides about the side, whichever address it was asked at. */
    private static String page(Optional<LivingConnection> living, HttpServletRequest request) {
        return living.map(PagePaths::connection).orElseGet(() -> asked(request));
    }

    private static String asked(HttpServletRequest request) {
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
                    connection -> PagePaths.connection(connection) + "/test");
        }
    }
}
