package org.serviceexchange.center.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.RetryStoppedSteps;
import org.serviceexchange.center.Side;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.ConfirmationQuestion;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Retries the stopped steps of all cases of one side, after a question. */
@Controller
class StoppedStepsPage {

    static final String PATH = "/stopped-steps";

    private final List<CaseSource> sources;
    private final RetryStoppedSteps retryStoppedSteps;

    StoppedStepsPage(List<CaseSource> sources, RetryStoppedSteps retryStoppedSteps) {
        this.sources = sources;
        this.retryStoppedSteps = retryStoppedSteps;
    }

    @GetMapping(PATH + "/{side}/retry")
    String ask(@PathVariable String side, Model model) {
        CaseSource source = source(side);
        int stopped = source.numbers(null).of(Group.STOPPED);
        new ConfirmationQuestion("center.stopped", String.valueOf(stopped), center(source)).show(model);
        return ConfirmationQuestion.VIEW;
    }

    @PostMapping(PATH + "/{side}/retry")
    String retry(@PathVariable String side, Authentication user, Locale locale, RedirectAttributes attributes) {
        CaseSource source = source(side);
        int retried = retryStoppedSteps.retry(source, user.getName());
        attributes.addFlashAttribute("retried", Messages.of("center.stopped.retried", locale, retried));
        return "redirect:" + center(source);
    }

    private static String center(CaseSource source) {
        return "/?side=" + source.side().key();
    }

    private CaseSource source(String key) {
        Side side = Arrays.stream(Side.values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
        return sources.stream()
                .filter(source -> source.side() == side)
                .findFirst()
                .orElseThrow();
    }
}
