package org.serviceexchange.connection.act.web;

import jakarta.servlet.http.HttpServletRequest;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** The side that this instance is on, by the path of a request: those that have consumers are providers. */
final class ApiSide {

    private ApiSide() {}

    static ConnectionSide of(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(ApiPaths.CONSUMER_CONNECTIONS + "/") ? ConnectionSide.PROVIDER : ConnectionSide.CONSUMER;
    }
}
