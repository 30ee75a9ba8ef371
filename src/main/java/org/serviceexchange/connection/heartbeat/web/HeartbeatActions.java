package org.serviceexchange.connection.heartbeat.web;

import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.life.PagePaths;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets heartbeats go on after a person has looked into it. */
@Controller
class HeartbeatActions {

    private static final String GO_ON = "/heartbeats/{subject}/go-on";

    private final Heartbeats heartbeats;

    HeartbeatActions(Heartbeats heartbeats) {
        this.heartbeats = heartbeats;
    }

    /** A GET on the action's URL, e.g. after re-login, redirects to the page. */
    @GetMapping(GO_ON)
    String show(@PathVariable String subject) {
        return page(subject);
    }

    @PostMapping(GO_ON)
    String goOn(@PathVariable String subject, Authentication user) {
        heartbeats.goOn(subject, user.getName());
        return page(subject);
    }

    private String page(String subject) {
        return heartbeats
                .of(subject)
                .map(health ->
                        "redirect:" + PagePaths.record(health.row().connection().side(), subject))
                .orElse("redirect:/");
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess heartbeatActionsAccess() {
            return PageAccess.anyOf("/heartbeats/**", Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN);
        }
    }
}
