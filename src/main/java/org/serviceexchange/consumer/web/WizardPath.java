package org.serviceexchange.consumer.web;

/** Paths of the wizard, for its page and for pages that redirect to it. */
public final class WizardPath {

    /** Path pattern of the page of one connection. */
    public static final String PATTERN = "/connect/{number}";

    private WizardPath() {}

    /** The view name that redirects to the wizard of this connection. */
    public static String redirectTo(String number) {
        return "redirect:/connect/" + number;
    }
}
