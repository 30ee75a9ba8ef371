package org.serviceexchange.connection.diagnostics.web;

import java.util.Locale;
import org.serviceexchange.connection.life.ConnectionAct;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.PagePaths;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says what the archive of a living connection contains, and what not, before it is downloaded. */
@Controller
@RequestMapping(DiagnosticsPage.PATH + "/{number}")
class DiagnosticsPage {

    static final String PATH = "/diagnostics";

    private final ConnectionLookup connections;
    private final DiagnosticsDownload download;

    DiagnosticsPage(ConnectionLookup connections, DiagnosticsDownload download) {
        this.connections = connections;
        this.download = download;
    }

    @GetMapping
    String show(@PathVariable String number, Model model) {
        model.addAttribute("number", number);
        model.addAttribute("back", PagePaths.connection(find(number)));
        return "connection/diagnostics";
    }

    @GetMapping(path = "/archive", produces = DiagnosticsDownload.ZIP)
    ResponseEntity<byte[]> archive(@PathVariable String number, Locale language) {
        return download.of(find(number), language);
    }

    private LivingConnection find(String number) {
        return connections.find(number).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    /** Who may download it, and where it is offered. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        PageAccess diagnosticsAccess() {
            return new PageAccess(PATH + "/**", Role::administer);
        }

        @Bean
        ConnectionAct diagnosticsAct() {
            return new ConnectionAct(
                    800,
                    "diagnostics",
                    "diagnostics.step",
                    "diagnostics.what",
                    connection -> PATH + "/" + connection.number());
        }
    }
}
