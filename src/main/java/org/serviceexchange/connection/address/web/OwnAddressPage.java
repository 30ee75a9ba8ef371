package org.serviceexchange.connection.address.web;

import org.serviceexchange.connection.address.AddressRounds;
import org.serviceexchange.connection.address.DecideAnnouncement;
import org.serviceexchange.connection.address.OwnAddressInView;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
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

/** This instance's address, who knows it after a change, and what a person may do about those who do not. */
@Controller
@RequestMapping(OwnAddressPage.PATH)
class OwnAddressPage {

    static final String PATH = "/own-address";
    private static final String BACK = "redirect:" + PATH;

    private final OwnAddressInView inView;
    private final DecideAnnouncement decide;
    private final AddressRounds rounds;

    OwnAddressPage(OwnAddressInView inView, DecideAnnouncement decide, AddressRounds rounds) {
        this.inView = inView;
        this.decide = decide;
        this.rounds = rounds;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("own", inView.view());
        return "connection/own-address";
    }

    /** A GET on an action URL, e.g. after re-login, redirects to the page. */
    @GetMapping({"/again", "/{connection}/again"})
    String back() {
        return BACK;
    }

    @PostMapping("/again")
    String again() {
        decide.again();
        rounds.start();
        return BACK;
    }

    @PostMapping("/{connection}/again")
    String again(@PathVariable String connection, Authentication user) {
        decide.again(connection, user.getName());
        rounds.start();
        return BACK;
    }

    @GetMapping("/{connection}/give-up")
    String askToGiveUp(@PathVariable String connection, Model model) {
        new ConfirmationQuestion("address.giveUp", connection, PATH).show(model);
        return ConfirmationQuestion.VIEW;
    }

    @PostMapping("/{connection}/give-up")
    String giveUp(@PathVariable String connection, Authentication user) {
        decide.giveUp(connection, user.getName());
        return BACK;
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess ownAddressAccess() {
            return new PageAccess(PATH + "/**", Role::administer);
        }

        @Bean
        NavigationEntry ownAddressEntry() {
            return new NavigationEntry(310, "address.nav", PATH, Role::administer);
        }
    }
}
