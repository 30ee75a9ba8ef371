package org.serviceexchange.workshop.shipping.web;

import java.util.Locale;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.workshop.shipping.ShipModels;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Accepts or rejects a proposal, and proposes earlier models again. */
@Controller
@RequestMapping(DecidePage.PATH + "/{number:PMV[0-9]+}")
class DecidePage {

    static final String PATH = "/processes/decide";

    private final ShipModels ship;

    DecidePage(ShipModels ship) {
        this.ship = ship;
    }

    /** A GET on the URL of an action, e.g. after re-login, redirects to the page. */
    @GetMapping({"/accept", "/reject", "/again"})
    String showAgain(@PathVariable String number) {
        return page(number);
    }

    /** @param seen the version in use that the person saw beside the proposal */
    @PostMapping("/accept")
    String accept(
            @PathVariable String number,
            @RequestParam String seen,
            Authentication user,
            Locale language,
            RedirectAttributes next) {
        return done(number, () -> ship.accept(number, seen, user.getName()), language, next);
    }

    @PostMapping("/reject")
    String reject(@PathVariable String number, Authentication user, Locale language, RedirectAttributes next) {
        return done(number, () -> ship.reject(number, user.getName()), language, next);
    }

    /** Proposes the models of this version once more. */
    @PostMapping("/again")
    String again(@PathVariable String number, @RequestParam String reason, Authentication user) {
        return page(ship.rollBack(number, reason, user.getName()));
    }

    private static String done(String number, Runnable act, Locale language, RedirectAttributes next) {
        try {
            act.run();
            next.addFlashAttribute("done", Messages.of("workshop.decided", language));
        } catch (Problem refused) {
            next.addFlashAttribute(RefusedEntry.NAME, RefusedEntry.of(refused, language));
        }
        return page(number);
    }

    private static String page(String number) {
        return "redirect:" + ShippedPage.PATH + "/" + number;
    }
}
