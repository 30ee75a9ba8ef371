package org.serviceexchange.workshop.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.serviceexchange.platform.access.NavigationEntry;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.workshop.ProcessVersion;
import org.serviceexchange.workshop.ViewProcesses;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page with all versions of all processes. */
@Controller
class ProcessesPage {

    static final String PATH = "/processes";

    private final ViewProcesses view;

    ProcessesPage(ViewProcesses view) {
        this.view = view;
    }

    @GetMapping(PATH)
    String show(Model model) {
        Map<String, List<ProcessVersion>> processes = view.all().stream()
                .collect(Collectors.groupingBy(ProcessVersion::key, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("processes", processes.values());
        return "workshop/processes";
    }

    /** Who may open it. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess processesAccess() {
            return new PageAccess(PATH + "/**", Role::administer);
        }

        @Bean
        NavigationEntry processesEntry() {
            return new NavigationEntry(250, "workshop.nav", PATH, Role::administer);
        }
    }
}
