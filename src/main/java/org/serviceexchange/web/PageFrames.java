package org.serviceexchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.serviceexchange.instance.InstanceSettings;
import org.serviceexchange.instance.NavigationEntry;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every page of every feature its frame. */
@ControllerAdvice
class PageFrames {

    /** Name of the frame in templates. */
    static final String NAME = "frame";

    private final InstanceSettings settings;
    private final List<NavigationEntry> entries;

    PageFrames(InstanceSettings settings, List<NavigationEntry> entries) {
        this.settings = settings;
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .toList();
    }

    @ModelAttribute(NAME)
    PageFrame of(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean known = authentication != null && LoggedInRoles.present(authentication);
        var roles = LoggedInRoles.of(authentication);
        var visible = entries.stream()
                .filter(entry -> known && entry.visible().test(roles))
                .toList();
        String user = known ? authentication.getName() : null;
        String path = request.getRequestURI();
        return new PageFrame(
                settings.name(), user, visible, path, address(request, path), RequestContextUtils.getLocale(request));
    }

    private static String address(HttpServletRequest request, String path) {
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
