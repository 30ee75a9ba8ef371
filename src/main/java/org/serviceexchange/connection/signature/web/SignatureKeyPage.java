package org.serviceexchange.connection.signature.web;

import org.serviceexchange.connection.signature.DecideKeyAnnouncement;
import org.serviceexchange.connection.signature.KeyRounds;
import org.serviceexchange.connection.signature.OwnKeyInView;
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

/** This instance's signature key, who knows it after a rotation, and what a person may do about those who do not. */
@Controller
@RequestMapping(SignatureKeyPage.PATH)
class SignatureKeyPage {

    static final String PATH = "/signature-key";
    private static final String BACK = "redirect:" + PATH;

    private final OwnKeyInView inView;
    private final DecideKeyAnnouncement decide;
    private final KeyRounds rounds;

    SignatureKeyPage(OwnKeyInView inView, DecideKeyAnnouncement decide, KeyRounds rounds) {
        this.inView = inView;
        this.decide = decide;
        this.rounds = rounds;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("own", inView.view());
        return "connection/signature-key";
    }

    /** A GET on an action URL, e.g. after re-login, redirects to the page. */
    @GetMapping({"/again", "/{record}/again"})
    String back() {
        return BACK;
    }

    @PostMapping("/again")
    String again() {
        decide.again();
        rounds.start();
        return BACK;
    }

    @PostMapping("/{record}/again")
    String again(@PathVariable String record, Authentication user) {
        decide.again(record, user.getName());
        rounds.start();
        return BACK;
    }

    @GetMapping("/give-up")
    String askToGiveUpAll(Model model) {
        new ConfirmationQuestion("signature.giveUpAll", "", PATH).show(model);
        return ConfirmationQuestion.VIEW;
    }

    @PostMapping("/give-up")
    String giveUpAll(Authentication user) {
        decide.giveUpAll(user.getName());
        return BACK;
    }

    @GetMapping("/{record}/give-up")
    String askToGiveUp(@PathVariable String record, Model model) {
        new ConfirmationQuestion("signature.giveUp", record, PATH).show(model);
        return ConfirmationQuestion.VIEW;
    }

    @PostMapping("/{record}/give-up")
    String giveUp(@PathVariable String record, Authentication user) {
        decide.giveUp(record, user.getName());
        return BACK;
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess signatureKeyAccess() {
            return new PageAccess(PATH + "/**", Role::administer);
        }

        @Bean
        NavigationEntry signatureKeyEntry() {
            return new NavigationEntry(315, "signature.nav", PATH, Role::administer);
        }
    }
}
