package org.serviceexchange.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.serviceexchange.api.Scope;

/**
 * Which scope a request needs. What ends or changes a live connection needs one of its own: a program that only registers
 * consumers should not be able to end what lives. Whatever is not known here needs the most.
 */
final class NeededScope {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> OF_A_CONNECTION = List.of("/off-board", "/contact");

    private NeededScope() {}

    static Scope of(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return Scope.READ;
        }
        String path = request.getServletPath();
        boolean ofRegistrations = path.equals(ApiPaths.REGISTRATIONS) || path.startsWith(ApiPaths.REGISTRATIONS + "/");
        return ofRegistrations && OF_A_CONNECTION.stream().noneMatch(path::endsWith) ? Scope.WRITE : Scope.OPERATE;
    }
}
