package org.serviceexchange.protocol.wire;

import java.util.regex.Pattern;

/** Where a peer may send us: only below its own base URL. */
public final class Addresses {

    private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

    private Addresses() {}

    /** Whether the address is the base URL with a plain path after it: no query, no escapes, no dot segments. */
    public static boolean below(String baseUrl, String address) {
        return address.startsWith(baseUrl)
                && PATH.matcher(address.substring(baseUrl.length())).matches();
    }
}
