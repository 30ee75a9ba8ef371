package org.serviceexchange.workshop.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.workshop.ProcessVersion;
import org.serviceexchange.workshop.ViewProcesses;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** One version of a process, drawn: where its cases stand, where time is spent, how it differs from another version. */
@Controller
@RequestMapping(ProcessesPage.PATH + "/{key}/{number:[0-9]{1,9}}")
class VersionPage {

    private static final String VIEW = "workshop/version";

    private final ViewProcesses view;

    VersionPage(ViewProcesses view) {
        this.view = view;
    }

    @GetMapping
    String places(@PathVariable String key, @PathVariable int number, Model model) {
        ProcessVersion version = shown(key, number, "places", model);
        model.addAttribute("places", view.places(version).places());
        return VIEW;
    }

    @GetMapping("/time")
    String time(@PathVariable String key, @PathVariable int number, Model model) {
        ProcessVersion version = shown(key, number, "time", model);
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
            Model model) {
        ProcessVersion newer = shown(key, number, "difference", model);
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
    String model(@PathVariable String key, @PathVariable int number) {
        return view.model(version(view.of(key), number));
    }

    private ProcessVersion shown(String key, int number, String tab, Model model) {
        ProcessVersion version = version(view.of(key), number);
        model.addAttribute("version", version);
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
