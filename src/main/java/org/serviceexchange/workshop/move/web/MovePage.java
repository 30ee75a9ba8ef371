package org.serviceexchange.workshop.move.web;

import java.util.Locale;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.workshop.move.MoveCases;
import org.serviceexchange.workshop.move.MovePlan;
import org.serviceexchange.workshop.move.MoveWaves;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans a move of running cases with a dry run, starts it, shows how far it is, stops it and takes it back. */
@Controller
class MovePage {

    private static final String PLAN = "/processes/move/{key}/{from:[0-9]+}";
    private static final String MOVE = "/processes/moves/{number:PMM[0-9]+}";

    private final MoveCases moveCases;
    private final MoveWaves waves;

    MovePage(MoveCases moveCases, MoveWaves waves) {
        this.moveCases = moveCases;
        this.waves = waves;
    }

    /** The dry run: nothing is changed. */
    @GetMapping(PLAN)
    String preview(
            @PathVariable String key, @PathVariable int from, @RequestParam int to, Locale language, Model model) {
        MovePlan plan = moveCases.plan(key, from, to);
        model.addAttribute("plan", plan);
        try {
            model.addAttribute("preview", moveCases.preview(plan));
        } catch (Problem refused) {
            model.addAttribute(RefusedEntry.NAME, RefusedEntry.of(refused, language));
        }
        return "workshop/move-preview";
    }

    @PostMapping(PLAN)
    String start(@PathVariable String key, @PathVariable int from, @RequestParam int to, Authentication user) {
        return begun(moveCases.start(moveCases.plan(key, from, to), user.getName()));
    }

    @GetMapping(MOVE)
    String show(@PathVariable String number, Model model) {
        model.addAttribute("view", moveCases.view(number));
        return "workshop/move";
    }

    /** A GET on the URL of an action, e.g. after re-login, redirects to the page. */
    @GetMapping({MOVE + "/stop", MOVE + "/undo"})
    String showAgain(@PathVariable String number) {
        return page(number);
    }

    @PostMapping(MOVE + "/stop")
    String stop(@PathVariable String number, Locale language, RedirectAttributes next) {
        moveCases.stop(number);
        next.addFlashAttribute("done", Messages.of("workshop.decided", language));
        return page(number);
    }

    @PostMapping(MOVE + "/undo")
    String undo(@PathVariable String number, Authentication user) {
        return begun(moveCases.undo(number, user.getName()));
    }

    private String begun(String number) {
        waves.start();
        return page(number);
    }

    private static String page(String number) {
        return "redirect:/processes/moves/" + number;
    }

    /** Who may move cases: those who administer them. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess planMoves() {
            return new PageAccess("/processes/move/**", Role::administer);
        }

        @Bean
        PageAccess watchMoves() {
            return new PageAccess("/processes/moves/**", Role::administer);
        }
    }
}
