package org.serviceexchange.protocol.wire;

import java.util.regex.Pattern;

/** Checks URLs that a peer sends: they must be below the peer's own base URL. */
public final class Addresses {

    private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

    private Addresses() {}

    /**
     * Whether the URL is the base URL followed by a plain path: no query, no escapes, no dot segments (RFC 3986,
     * section 3.3).
     */
    public static boolean below(String baseUrl, String address) {
        return address.startsWith(baseUrl)
                && PATH.matcher(address.substring(baseUrl.length())).matches();
    }
}
