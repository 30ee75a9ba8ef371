package org.serviceexchange.protocol.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * Decides which URLs may be called, by their spelling and by the addresses they resolve to.
 *
 * <p>Security guarantees: Only https and host names are allowed, and IP addresses of named networks. If any address of a
 * name is neither public nor in a named network, none of them is called. A name is resolved once for each call, so that
 * a name server that answers differently the second time gains nothing.
 *
 * <p>In demo mode this machine may be called too, over http as well. Through a proxy, the proxy resolves the name: then
 * only what this machine's own name service says about it is checked.
 */
final class Destinations implements DnsResolver {

    private final CallableAddresses callable;
    private final Lookup lookup;

    Destinations(CallableAddresses callable, Lookup lookup) {
        this.callable = callable;
        this.lookup = lookup;
    }

    /** Refuses a URL for its spelling, before any name server is queried. */
    void check(URI address) {
        String host = hostOf(address);
        String scheme = address.getScheme() == null ? "" : address.getScheme();
        boolean extras = address.getRawUserInfo() != null || address.getRawFragment() != null;
        if (extras || callable.refusal(scheme, host).isPresent()) {
            throw new Problem(ProblemCode.ADDRESS_REFUSED, host);
        }
    }

    /** Refuses a host that this machine's name service knows as one that must not be called. */
    void checkBeforeProxy(String host) throws RefusedAddress {
        try {
            resolve(host);
        } catch (RefusedAddress refused) {
            throw refused;
        } catch (UnknownHostException onlyTheProxyKnows) {
            return;
        }
    }

    /** Whether calls to this host never go through a proxy. */
    boolean isDirect(String host) {
        return callable.isThisMachine(host);
    }

    /** The addresses of a proxy, which the operator has set; no rule applies to them. */
    InetAddress[] resolveProxy(String host) throws UnknownHostException {
        return lookup.allByName(host);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = lookup.allByName(host);
        if (addresses.length == 0 || !Arrays.stream(addresses).allMatch(address -> callable.allows(host, address))) {
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

    /** An address of the host must not be called. */
    static final class RefusedAddress extends UnknownHostException {
        RefusedAddress(String host) {
            super(host);
        }
    }
}
