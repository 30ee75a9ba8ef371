package org.serviceexchange.instance.web;

import org.serviceexchange.problem.Problem;
import org.springframework.ui.Model;

/** What a form asks for; a refusal is shown as a sentence above the form, which keeps what was typed. */
final class Attempt {

    private Attempt() {}

    /** Whether it worked. */
    static boolean of(Runnable write, Model model) {
        try {
            write.run();
            return true;
        } catch (Problem problem) {
            model.addAttribute("error", problem.getMessage());
            return false;
        }
    }
}
