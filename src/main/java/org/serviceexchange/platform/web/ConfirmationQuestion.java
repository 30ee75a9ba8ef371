package org.serviceexchange.platform.web;

import org.springframework.ui.Model;

/**
 * The question that a page asks before a destructive action.
 *
 * @param key message key of the action; {@code .question}, {@code .consequence} and {@code .step} are appended to it
 * @param what name of the affected record
 * @param page path that "Cancel" leads back to; the action is posted to the path of the question itself
 */
public record ConfirmationQuestion(String key, String what, String page) {

    public static final String VIEW = "confirm";

    public void show(Model model) {
        model.addAttribute("confirmation", this);
    }
}
