package org.serviceexchange.consumer.web;

import java.util.List;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Data for the form of "Connect to Provider" in Tasklist. */
@RestController
class ConnectionFormData {

    private final Directory directory;

    ConnectionFormData(Directory directory) {
        this.directory = directory;
    }

    /** The companies that can be chosen. */
    record Choices(List<Choice> companies) {}

    /** An option of the list. */
    record Choice(String id, String name) {}

    @GetMapping("/connections/choices")
    Choices choices() {
        return new Choices(directory.companies().stream()
                .filter(Company::active)
                .map(company -> new Choice(company.id(), company.name()))
                .toList());
    }
}
