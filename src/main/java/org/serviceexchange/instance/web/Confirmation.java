package org.serviceexchange.instance.web;

import org.springframework.ui.Model;

/**
 * The question before a step that takes something away.
 *
 * @param page the page that "Cancel" leads back to; the step is posted to the address of the question
 */
record Confirmation(String question, String consequence, String step, String page) {

    static final String VIEW = "confirm";

    void show(Model model) {
        model.addAttribute("confirmation", this);
    }
}
