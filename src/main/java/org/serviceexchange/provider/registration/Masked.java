package org.serviceexchange.provider.registration;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Masks names for people who may not know them in full. */
public final class Masked {

    private Masked() {}

    /** The first letter and three asterisks, regardless of the length. */
    public static String of(String name) {
        return name.isEmpty() ? "***" : name.substring(0, name.offsetByCodePoints(0, 1)) + "***";
    }

    /** {@code Mia Keller} as {@code M*** K***}. */
    public static String name(String displayName) {
        return Arrays.stream(displayName.strip().split("\\s+")).map(Masked::of).collect(Collectors.joining(" "));
    }

    /** {@code mia@example.com} as {@code m***@example.com}; empty if there is no address. */
    public static String mail(String address) {
        int at = address.indexOf('@');
        return at < 1 ? "" : of(address.substring(0, at)) + address.substring(at);
    }
}
