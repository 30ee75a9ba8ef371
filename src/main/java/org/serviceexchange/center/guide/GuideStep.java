package org.serviceexchange.center.guide;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A step of the first start, in the order in which they are gone. */
public enum GuideStep {
    ADMIN,
    ADDRESS,
    MAIL,
    KEYS,
    PROVIDER,
    COMPANY,
    REGISTRATION;

    /** Last part of the address of its page. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step with a page of this name. */
    public static Optional<GuideStep> ofKey(String key) {
        return Arrays.stream(values()).filter(step -> step.key().equals(key)).findFirst();
    }
}
