package org.serviceexchange.center.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.center.BulkActs;
import org.serviceexchange.center.BulkActs.Line;
import org.serviceexchange.center.Side;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what an act would do to each of the chosen cases, asks once, and lists what became of each. */
@Controller
@RequestMapping(BulkPage.PATH + "/{side:provider|consumer}")
class BulkPage {

    static final String PATH = "/bulk";

    /** As many as one page of the list has. */
    private static final int MOST = 24;

    private final BulkActs bulkActs;

    BulkPage(BulkActs bulkActs) {
        this.bulkActs = bulkActs;
    }

    /** The preview; without a choice it leads back to the list. */
    @GetMapping
    String preview(
            @PathVariable String side,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") List<String> number,
            Locale language,
            Model model,
            RedirectAttributes attributes) {
        if (number.isEmpty()) {
            attributes.addFlashAttribute("retried", Messages.of("center.bulk.nothing", language));
            return "redirect:" + list(side);
        }
        List<Line> lines = bulkActs.preview(side(side), act, chosen(number));
        model.addAttribute("act", act);
        model.addAttribute("list", list(side));
        model.addAttribute(
                "possible",
                lines.stream().filter(line -> line.obstacle() == null).toList());
        model.addAttribute(
                "impossible",
                lines.stream().filter(line -> line.obstacle() != null).toList());
        return "center/bulk";
    }

    @PostMapping
    String carryOut(
            @PathVariable String side,
            @RequestParam String act,
            @RequestParam List<String> number,
            Authentication user,
            RedirectAttributes attributes) {
        List<Line> done = bulkActs.carryOut(side(side), act, chosen(number), user.getName());
        attributes.addFlashAttribute("bulkAct", act);
        attributes.addFlashAttribute("bulkDone", done);
        return "redirect:" + list(side);
    }

    private static List<String> chosen(List<String> numbers) {
        return numbers.stream().distinct().limit(MOST).toList();
    }

    private static String list(String side) {
        return "/?side=" + side + "&view=" + CenterAddress.TABLE;
    }

    private static Side side(String key) {
        return Arrays.stream(Side.values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }
}
