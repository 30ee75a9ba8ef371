package org.serviceexchange.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.serviceexchange.platform.access.NameLink;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Adds the frame to the model of every page. */
@ControllerAdvice
class PageFrames {

    /** Model attribute of the frame. */
    static final String NAME = "frame";

    private final InstanceSettings settings;
    private final List<NavigationEntry> entries;
    private final List<NameLink> names;
    private final PageAddress addresses;

    PageFrames(
            InstanceSettings settings,
            List<NavigationEntry> entries,
            List<NameLink> names,
            ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.settings = settings;
        this.names = names;
        this.addresses = new PageAddress(mappings);
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
        var links = names.stream()
                .filter(name -> known && name.visible().test(roles))
                .toList();
        String user = known ? authentication.getName() : null;
        String path = PageAddress.pathOf(request);
        return new PageFrame(
                settings.name(),
                user,
                visible,
                links,
                path,
                addresses.of(request),
                RequestContextUtils.getLocale(request));
    }
}
