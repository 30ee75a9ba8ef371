package org.serviceexchange.protocol.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;

/**
 * Decides which URLs may be called, by their spelling and by the addresses they resolve to.
 *
 * <p>Security guarantees: Only https and host names are allowed. If any address of a name is not public, none of them
 * is called. A name is resolved once for each call, so that a name server that answers differently the second time
 * gains nothing.
 *
 * <p>In demo mode this machine may be called too, over http as well.
 */
final class Destinations implements DnsResolver {

    /** The last label of a public name never starts with a digit, so no notation of an IPv4 address matches. */
    private static final Pattern HOST_NAME =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private final boolean demo;
    private final Lookup lookup;

    Destinations(boolean demo, Lookup lookup) {
        this.demo = demo;
        this.lookup = lookup;
    }

    /** Refuses a URL for its spelling, before any name server is queried. */
    void check(URI address) {
        String host = hostOf(address);
        boolean thisMachine = demo && InstanceAddress.isOpenInDemoMode(host);
        boolean schemeAllowed =
                "https".equals(address.getScheme()) || (thisMachine && "http".equals(address.getScheme()));
        boolean hostAllowed =
                thisMachine || (host.length() <= 253 && HOST_NAME.matcher(host).matches());
        boolean extras = address.getRawUserInfo() != null || address.getRawFragment() != null;
        if (!schemeAllowed || !hostAllowed || extras) {
            throw new Problem(ProblemCode.ADDRESS_REFUSED, host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.allByName(host);
        boolean thisMachine = demo && InstanceAddress.isOpenInDemoMode(host);
        boolean allowed = addresses.length > 0
                && Arrays.stream(addresses)
                        .allMatch(address -> thisMachine ? address.isLoopbackAddress() : PublicAddress.test(address));
        if (!allowed) {
            throw new RefusedAddress(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String hostOf(URI address) {
        String host = address.getHost();
        return host == null ? "" : host.toLowerCase(Locale.ROOT);
    }

    /** Queries the name service; replaced in tests. */
    @FunctionalInterface
    interface Lookup {
        InetAddress[] allByName(String host) throws UnknownHostException;
    }

    /** An address of the host is not public. */
    static final class RefusedAddress extends UnknownHostException {
        RefusedAddress(String host) {
            super(host);
        }
    }
}
