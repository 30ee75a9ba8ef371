package org.serviceexchange.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.serviceexchange.api.Scope;

/**
 * Which scope a request needs. What ends or changes a live connection needs one of its own: a program that only registers
 * consumers should not be able to end what lives.
 */
final class NeededScope {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern OF_CONNECTIONS = Pattern.compile(
            Pattern.quote(ApiPaths.REGISTRATIONS) + "/[^/]+/off-board/?|" + Pattern.quote(ApiPaths.CONSUMER_CONNECTIONS)
                    + "/.*|" + Pattern.quote(ApiPaths.PROVIDER_CONNECTIONS) + "/.*");

    private NeededScope() {}

    static Scope of(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return Scope.READ;
        }
        String path = request.getServletPath();
        return OF_CONNECTIONS.matcher(path).matches() ? Scope.OPERATE : Scope.WRITE;
    }
}
