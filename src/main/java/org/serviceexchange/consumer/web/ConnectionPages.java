package org.serviceexchange.consumer.web;

import java.util.List;
import org.serviceexchange.consumer.AgreedKeys;
import org.serviceexchange.consumer.ConnectionDiagram;
import org.serviceexchange.consumer.ProviderConnection;
import org.serviceexchange.consumer.ProviderConnections;
import org.serviceexchange.instance.Company;
import org.serviceexchange.instance.Directory;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.serviceexchange.web.Thumbprints;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page of each provider connection. */
@Controller
@RequestMapping("/connections")
class ConnectionPages {

    private final ProviderConnections connections;
    private final ConnectionDiagram diagram;
    private final Directory directory;
    private final Journal journal;
    private final InstanceKeys keys;

    ConnectionPages(
            ProviderConnections connections,
            ConnectionDiagram diagram,
            Directory directory,
            Journal journal,
            InstanceKeys keys) {
        this.connections = connections;
        this.diagram = diagram;
        this.directory = directory;
        this.journal = journal;
        this.keys = keys;
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, Model model) {
        ProviderConnection connection = find(number);
        model.addAttribute("connection", connection);
        model.addAttribute("progress", connection.progress());
        model.addAttribute("trouble", diagram.trouble(number).orElse(""));
        model.addAttribute(
                "inbound", connection.keys().filter(AgreedKeys::inbound).isPresent());
        model.addAttribute(
                "outbound", connection.keys().filter(AgreedKeys::outbound).isPresent());
        model.addAttribute("guide", Guide.of(connection.state()));
        model.addAttribute("steps", Guide.steps(connection.state()));
        model.addAttribute("companies", companies());
        model.addAttribute("company", companyOf(connection));
        model.addAttribute("pin", Thumbprints.grouped(connection.invitation().pin()));
        model.addAttribute("thumbprint", Thumbprints.grouped(keys.thumbprint()));
        model.addAttribute("entries", journal.entries(number));
        return "consumer/connection";
    }

    @GetMapping("/{number}/cancel")
    String confirmCancellation(@PathVariable String number, Model model) {
        model.addAttribute("connection", find(number));
        return "consumer/cancel";
    }

    private ProviderConnection find(String number) {
        return connections.find(number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
    }

    private List<Company> companies() {
        return directory.companies().stream().filter(Company::active).toList();
    }

    private String companyOf(ProviderConnection connection) {
        String id = connection.progress().company();
        return id == null ? "" : directory.company(id).map(Company::name).orElse(id);
    }
}
