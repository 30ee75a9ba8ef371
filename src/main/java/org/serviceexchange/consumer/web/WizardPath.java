package org.serviceexchange.consumer.web;

/** The address of the wizard, for its page and the pages that lead back to it. */
public final class WizardPath {

    /** Pattern of the page of one connection. */
    public static final String PATTERN = "/connect/{number}";

    private WizardPath() {}

    /** The view name that leads to the wizard of this connection. */
    public static String redirectTo(String number) {
        return "redirect:/connect/" + number;
    }
}
