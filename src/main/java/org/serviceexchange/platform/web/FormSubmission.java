package org.serviceexchange.platform.web;

import org.serviceexchange.platform.problem.Problem;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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

    /** Whether it worked; the refusal is for the page to which the answer redirects. */
    public static boolean beforeRedirect(Runnable write, RedirectAttributes page) {
        try {
            write.run();
            return true;
        } catch (Problem problem) {
            refuse(RefusedEntry.of(problem, LocaleContextHolder.getLocale()), page);
            return false;
        }
    }

    /** Shows a refusal on the page to which the answer redirects. */
    public static void refuse(RefusedEntry refused, RedirectAttributes page) {
        page.addFlashAttribute(RefusedEntry.NAME, refused);
    }

    /** Says on the page to which the answer redirects that everything was saved; that page has the fragment {@code saved}. */
    public static void saved(RedirectAttributes page) {
        page.addFlashAttribute("savedNow", true);
    }
}
