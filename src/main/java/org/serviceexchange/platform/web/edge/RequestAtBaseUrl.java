package org.serviceexchange.platform.web.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;

/** A request whose scheme, host and port are those of the base URL, whatever the connection and its headers say. */
class RequestAtBaseUrl extends HttpServletRequestWrapper {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final URI base;

    RequestAtBaseUrl(HttpServletRequest request, URI base) {
        super(request);
        this.base = base;
    }

    @Override
    public String getScheme() {
        return base.getScheme();
    }

    @Override
    public boolean isSecure() {
        return "https".equalsIgnoreCase(base.getScheme());
    }

    @Override
    public String getServerName() {
        return base.getHost();
    }

    @Override
    public int getServerPort() {
        return base.getPort() >= 0 ? base.getPort() : isSecure() ? HTTPS : HTTP;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(base.getScheme() + "://" + base.getAuthority()).append(getRequestURI());
    }
}
