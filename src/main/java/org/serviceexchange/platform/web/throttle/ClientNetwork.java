package org.serviceexchange.platform.web.throttle;

import java.util.regex.Pattern;

/** Whom an address belongs to: with IPv6 everybody has a network of 64 bits and can choose any address in it. */
final class ClientNetwork {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]+(%.*)?");
    private static final int GROUPS = 8;
    private static final int GROUPS_OF_NETWORK = 4;

    private ClientNetwork() {}

    /** The first 64 bits of an IPv6 address; any other address as it is. */
    static String of(String address) {
        if (!address.contains(":") || !IPV6.matcher(address).matches()) {
            return address;
        }
        String[] ends = address.replaceFirst("%.*", "").split("::", -1);
        String[] first = groups(ends[0]);
        int missing = ends.length == 1 ? 0 : GROUPS - first.length - groups(ends[1]).length;
        StringBuilder network = new StringBuilder();
        for (int at = 0; at < GROUPS_OF_NETWORK; at++) {
            boolean written = at < first.length;
            boolean omitted = !written && at < first.length + missing;
            String group =
                    written ? first[at] : omitted ? "0" : groups(ends[ends.length - 1])[at - first.length - missing];
            network.append(group.replaceFirst("^0+(?=.)", "")).append(':');
        }
        return network.toString();
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":");
    }
}
