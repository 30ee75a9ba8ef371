package org.serviceexchange.protocol.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** The way of calls through the proxy of the settings; calls to this machine in demo mode go directly. */
final class ProxyRoutes extends DefaultProxyRoutePlanner implements DnsResolver {

    private final HttpHost proxy;
    private final Destinations destinations;

    ProxyRoutes(URI proxy, Destinations destinations) {
        this(new HttpHost(proxy.getScheme(), proxy.getHost(), proxy.getPort()), destinations);
    }

    private ProxyRoutes(HttpHost proxy, Destinations destinations) {
        super(proxy);
        this.proxy = proxy;
        this.destinations = destinations;
    }

    @Override
    protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
        return destinations.isDirect(target.getHostName()) ? null : proxy;
    }

    /** Only the proxy and, in demo mode, this machine are resolved here. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return destinations.isDirect(host) ? destinations.resolve(host) : destinations.resolveProxy(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
