package org.serviceexchange.connection.health.web;

import java.util.Arrays;
import java.util.Locale;
import org.serviceexchange.connection.health.ConnectionIssue;
import org.serviceexchange.connection.health.HealthOfConnections;
import org.serviceexchange.connection.health.HealthOverview;
import org.serviceexchange.connection.health.TouchedPage;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The health of all connections: a score, each issue once with what helps, and the connections that one of them touches. */
@Controller
@RequestMapping(HealthOfConnectionsPage.PATH)
class HealthOfConnectionsPage {

    static final String PATH = "/connections-health";

    /** As many as one page of a list has. */
    private static final int PAGE = 24;

    private final HealthOfConnections health;

    HealthOfConnectionsPage(HealthOfConnections health) {
        this.health = health;
    }

    /** Without a known issue it shows the connections that the first one touches. */
    @GetMapping
    String show(
            @RequestParam(defaultValue = "") String issue, @RequestParam(defaultValue = "") String after, Model model) {
        HealthOverview overview = health.overview();
        model.addAttribute("view", overview);
        model.addAttribute("style", style(overview.score()));
        model.addAttribute("issues", IssueLine.of(overview));
        model.addAttribute("ofInstance", overview.ofInstance());
        Arrays.stream(ConnectionIssue.values())
                .filter(known -> known.name().equals(issue))
                .findFirst()
                .or(() -> overview.issues().stream()
                        .map(HealthOverview.Issue::issue)
                        .findFirst())
                .ifPresent(chosen -> list(chosen, after, model));
        return "connection/health";
    }

    private void list(ConnectionIssue issue, String after, Model model) {
        TouchedPage found = health.touched(issue, after, PAGE);
        model.addAttribute("chosen", issue);
        model.addAttribute(
                "touched", found.connections().stream().map(TouchedLine::of).toList());
        model.addAttribute("next", found.last());
    }

    /** A GET on the action's URL, e.g. after re-login, redirects to the page. */
    @GetMapping("/check")
    String showAgain() {
        return "redirect:" + PATH;
    }

    @PostMapping("/check")
    String check(Locale language, RedirectAttributes attributes) {
        int asked = health.checkAgain();
        attributes.addFlashAttribute("done", Messages.of("health.checked", language, asked));
        return "redirect:" + PATH;
    }

    /** Class name of a score in {@code style.css}. */
    static String style(int score) {
        return score >= 90 ? "state-ok" : score >= 60 ? "state-warn" : "state-bad";
    }

    /** Who may open it: whoever sees all connections. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess connectionsHealthAccess() {
            return new PageAccess(PATH + "/**", Role::administer);
        }
    }
}
