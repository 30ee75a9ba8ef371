package org.serviceexchange.platform.web;

import java.util.regex.Pattern;

/** Formats thumbprints so that two people can compare them, by eye or over the telephone. */
public final class Thumbprints {

    private static final Pattern GROUP = Pattern.compile("(.{4})(?=.)");

    private Thumbprints() {}

    /** In groups of four characters. */
    public static String grouped(String thumbprint) {
        return GROUP.matcher(thumbprint).replaceAll("$1 ");
    }
}
