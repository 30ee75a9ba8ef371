package org.serviceexchange.connection.repair.web;

import java.util.Locale;
import org.serviceexchange.connection.life.PagePaths;
import org.serviceexchange.connection.repair.RepairAct;
import org.serviceexchange.connection.repair.RepairCase;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.protocol.wire.ConnectionSide;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What can be done with a case that does not go on: each act with what it does on both sides, or why it is not possible. */
@Controller
@RequestMapping(RepairPage.PATH + "/{side:provider|consumer}/{number}")
class RepairPage {

    static final String PATH = "/repair";

    private final RepairCase repairCase;

    RepairPage(RepairCase repairCase) {
        this.repairCase = repairCase;
    }

    @GetMapping
    ModelAndView show(@PathVariable String side, @PathVariable String number, Locale language) {
        return page(of(side), number, language);
    }

    @PostMapping
    ModelAndView carryOut(
            @PathVariable String side,
            @PathVariable String number,
            @RequestParam String step,
            @RequestParam RepairAct act,
            @RequestParam(defaultValue = "") String reason,
            Authentication user,
            Locale language,
            RedirectAttributes next) {
        try {
            repairCase.carryOut(of(side), number, step, act, user.getName(), reason);
        } catch (Problem refused) {
            ModelAndView again = page(of(side), number, language)
                    .addObject(RefusedEntry.NAME, RefusedEntry.of(refused, language))
                    .addObject("reason", reason);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        next.addFlashAttribute("done", Messages.of("repair.done", language));
        return new ModelAndView("redirect:" + PATH + "/" + side + "/" + number);
    }

    private ModelAndView page(ConnectionSide side, String number, Locale language) {
        return new ModelAndView("connection/repair")
                .addObject("number", number)
                .addObject("here", PATH + "/" + side.name().toLowerCase(Locale.ROOT) + "/" + number)
                .addObject("back", PagePaths.record(side, number))
                .addObject("steps", repairCase.steps(side, number, language))
                .addObject("longest", RepairCase.LONGEST)
                .addObject("trouble", repairCase.trouble(side, number).orElse(null));
    }

    private static ConnectionSide of(String side) {
        return ConnectionSide.valueOf(side.toUpperCase(Locale.ROOT));
    }

    /** Who may repair. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess repairAccess() {
            return new PageAccess(PATH + "/**", Role::administer);
        }
    }
}
