package org.serviceexchange.provider;

/** Names shown to someone who may not know them in full. */
public final class Masked {

    private Masked() {}

    /** The first letter and three stars, whatever the length. */
    public static String of(String name) {
        return name.isEmpty() ? "***" : name.substring(0, name.offsetByCodePoints(0, 1)) + "***";
    }
}
