package org.serviceexchange.instance.web;

import org.springframework.ui.Model;

/**
 * The question before a step that takes something away.
 *
 * @param key of the words of the step; with {@code .question}, {@code .consequence} and {@code .step} added
 * @param what the thing that the question names
 * @param page the page that "Cancel" leads back to; the step is posted to the address of the question
 */
record Confirmation(String key, String what, String page) {

    static final String VIEW = "confirm";

    void show(Model model) {
        model.addAttribute("confirmation", this);
    }
}
