package org.serviceexchange.connection.address.web;

import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.connection.address.EnterPeerAddress;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.PagePaths;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.web.RefusedEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asks for the new address of a partner that could not announce it itself; it has to be proved like an announced one. */
@Controller
@RequestMapping("/peer-address/{number}")
class PeerAddressPage {

    private static final String HOME = "redirect:/";

    private final ConnectionLookup connections;
    private final EnterPeerAddress enterPeerAddress;

    PeerAddressPage(ConnectionLookup connections, EnterPeerAddress enterPeerAddress) {
        this.connections = connections;
        this.enterPeerAddress = enterPeerAddress;
    }

    /** Redirects to the start page if the record has no live connection. */
    @GetMapping
    ModelAndView ask(@PathVariable String number) {
        return connections
                .ofSubject(number)
                .map(living -> page(living, InstanceAddress.shown(living.peer().url())))
                .orElseGet(() -> new ModelAndView(HOME));
    }

    @PostMapping
    ModelAndView enter(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String url,
            Authentication user,
            Locale language) {
        Optional<LivingConnection> living = connections.ofSubject(number);
        if (living.isEmpty()) {
            return new ModelAndView(HOME);
        }
        try {
            enterPeerAddress.enter(number, url, user.getName());
            return new ModelAndView("redirect:" + record(living.get()));
        } catch (Problem refused) {
            return refused(living.get(), url, refused, language);
        }
    }

    private static ModelAndView refused(LivingConnection living, String url, Problem refused, Locale language) {
        ModelAndView again = page(living, url).addObject(RefusedEntry.NAME, RefusedEntry.of(refused, language));
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }

    private static ModelAndView page(LivingConnection living, String url) {
        return new ModelAndView("connection/peer-address")
                .addObject("number", living.subject())
                .addObject("url", url)
                .addObject("record", record(living));
    }

    private static String record(LivingConnection living) {
        return PagePaths.record(living.side(), living.subject());
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess peerAddressAccess() {
            return new PageAccess("/peer-address/**", Role::administer);
        }
    }
}
