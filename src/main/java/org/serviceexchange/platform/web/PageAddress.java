package org.serviceexchange.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The URL at which a page can be opened again, for instance in another language. */
final class PageAddress {

    private static final String START = "/";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    PageAddress(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** The requested path, also while an error is shown in place of the page. */
    static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    /** Path and query of the page. If the path of a submitted form is not a page, the nearest page above it. */
    String of(HttpServletRequest request) {
        String path = pathOf(request);
        if (RequestMethod.GET.name().equals(request.getMethod())) {
            return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        }
        while (!path.isEmpty() && !isPage(path)) {
            path = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        }
        return path.isEmpty() ? START : path;
    }

    private boolean isPage(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .anyMatch(mapping -> opens(mapping, parsed));
    }

    private static boolean opens(RequestMappingInfo mapping, PathContainer path) {
        var patterns = mapping.getPathPatternsCondition();
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return patterns != null
                && methods.contains(RequestMethod.GET)
                && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
