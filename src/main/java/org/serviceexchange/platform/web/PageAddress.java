package org.serviceexchange.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The URL at which a page can be opened again, for instance in another language. */
final class PageAddress {

    private static final String START = "/";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable List<PathPattern> pages;

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
        return pages().stream().anyMatch(pattern -> pattern.matches(parsed));
    }

    /** They never change once there are requests, and Spring copies all its mappings whenever it is asked for them. */
    private List<PathPattern> pages() {
        List<PathPattern> known = pages;
        if (known == null) {
            known = mappings.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                    .filter(mapping ->
                            mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                    .map(RequestMappingInfo::getPathPatternsCondition)
                    .filter(Objects::nonNull)
                    .flatMap(patterns -> patterns.getPatterns().stream())
                    .toList();
            pages = known;
        }
        return known;
    }
}
