package org.serviceexchange.platform.web;

import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.RefusedEntry;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;

/** What a form asks for; a refusal is shown as a sentence beside its field, and the form keeps what was typed. */
public final class FormSubmission {

    private FormSubmission() {}

    /** Whether it worked. */
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
