package org.serviceexchange.workshop.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.serviceexchange.workshop.ProcessVersion;
import org.serviceexchange.workshop.ViewProcesses;
import org.serviceexchange.workshop.shipping.ShippedVersion;
import org.serviceexchange.workshop.shipping.ViewShipped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page with all versions of all processes. */
@Controller
class ProcessesPage {

    static final String PATH = "/processes";

    private final ViewProcesses view;
    private final ViewShipped shipped;

    ProcessesPage(ViewProcesses view, ViewShipped shipped) {
        this.view = view;
        this.shipped = shipped;
    }

    private static boolean maySee(Set<Role> roles) {
        return Role.administer(roles) || roles.contains(Role.PROCESS_MANAGER);
    }

    @GetMapping(PATH)
    String show(Authentication user, Model model) {
        Map<String, List<ProcessVersion>> processes = view.all().stream()
                .collect(Collectors.groupingBy(ProcessVersion::key, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("processes", processes.values());
        List<ShippedVersion> all = shipped.all();
        model.addAttribute("shipped", all);
        model.addAttribute(
                "brought",
                all.stream()
                        .filter(one -> one.deployment() != null)
                        .collect(Collectors.toMap(ShippedVersion::deployment, one -> one, (newer, older) -> newer)));
        model.addAttribute("proposes", LoggedInRoles.of(user).contains(Role.PROCESS_MANAGER));
        return "workshop/processes";
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess processesAccess() {
            return new PageAccess(PATH + "/**", ProcessesPage::maySee);
        }

        @Bean
        NavigationEntry processesEntry() {
            return new NavigationEntry(250, "workshop.nav", PATH, ProcessesPage::maySee);
        }
    }
}
