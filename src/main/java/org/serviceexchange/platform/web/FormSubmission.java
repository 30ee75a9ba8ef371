package org.serviceexchange.platform.web;

import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.RefusedEntry;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;

/** Handles a submitted form: a refusal is shown beside its field, and the form keeps what was typed. */
public final class FormSubmission {

    private FormSubmission() {}

    /** Runs the write; false if it was refused. */
    public static boolean of(Runnable write, Model model) {
        try {
            write.run();
            return true;
        } catch (Problem problem) {
            model.addAttribute(RefusedEntry.NAME, RefusedEntry.of(problem, LocaleContextHolder.getLocale()));
            return false;
        }
    }
}
