package org.serviceexchange.platform.web;

import org.springframework.ui.Model;

/**
 * The question before a step that takes something away.
 *
 * @param key of the words of the step; with {@code .question}, {@code .consequence} and {@code .step} added
 * @param what the thing that the question names
 * @param page the page that "Cancel" leads back to; the step is posted to the address of the question
 */
public record ConfirmationQuestion(String key, String what, String page) {

    public static final String VIEW = "confirm";

    public void show(Model model) {
        model.addAttribute("confirmation", this);
    }
}
