package org.serviceexchange.workshop.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.serviceexchange.workshop.ProcessVersion;
import org.serviceexchange.workshop.ViewProcesses;
import org.serviceexchange.workshop.move.MoveCases;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** One version of a process, drawn: where its cases stand, where time is spent, how it differs from another version. */
@Controller
@RequestMapping(ProcessesPage.PATH + "/{key}/{number:[0-9]+}")
class VersionPage {

    private static final String VIEW = "workshop/version";

    private final ViewProcesses view;
    private final MoveCases moveCases;

    VersionPage(ViewProcesses view, MoveCases moveCases) {
        this.view = view;
        this.moveCases = moveCases;
    }

    @GetMapping
    String places(@PathVariable String key, @PathVariable int number, Authentication user, Model model) {
        ProcessVersion version = shown(key, number, "places", user, model);
        model.addAttribute("places", view.places(version).places());
        model.addAttribute("lastMoves", moveCases.of(key));
        return VIEW;
    }

    @GetMapping("/time")
    String time(@PathVariable String key, @PathVariable int number, Authentication user, Model model) {
        ProcessVersion version = shown(key, number, "time", user, model);
        model.addAttribute("heat", view.heat(version));
        return VIEW;
    }

    /**
     * The difference to another version, to the one before unless named.
     *
     * @param old whether the older model is drawn, with what was removed from it
     */
    @GetMapping("/difference")
    String difference(
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer with,
            @RequestParam(defaultValue = "false") boolean old,
            Authentication user,
            Model model) {
        ProcessVersion newer = shown(key, number, "difference", user, model);
        List<ProcessVersion> others =
                view.of(key).stream().filter(one -> one.number() != number).toList();
        Optional<ProcessVersion> older = others.stream()
                .filter(one -> with == null ? one.number() < number : one.number() == with)
                .findFirst();
        model.addAttribute("others", others);
        model.addAttribute("older", older.orElse(null));
        model.addAttribute("old", old);
        older.ifPresent(one -> {
            model.addAttribute("changes", view.difference(one, newer).changes());
            model.addAttribute("drawn", old ? one : newer);
        });
        return VIEW;
    }

    @GetMapping(path = "/model", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String model(@PathVariable String key, @PathVariable int number, Locale language) {
        return view.model(version(view.of(key), number), language);
    }

    private ProcessVersion shown(String key, int number, String tab, Authentication user, Model model) {
        List<ProcessVersion> all = view.of(key);
        ProcessVersion version = version(all, number);
        model.addAttribute("version", version);
        model.addAttribute(
                "targets", all.stream().filter(one -> one.number() != number).toList());
        model.addAttribute("moves", Role.administer(LoggedInRoles.of(user)));
        model.addAttribute("drawn", version);
        model.addAttribute("tab", tab);
        return version;
    }

    private static ProcessVersion version(List<ProcessVersion> versions, int number) {
        return versions.stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }
}
