package org.serviceexchange.directory.web;

import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.directory.SaveProviderRecord;
import org.serviceexchange.platform.web.FormSubmission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page for editing the provider record. */
@Controller
class ProviderRecordPage {

    private static final String VIEW = "provider-record";

    private final Directory directory;
    private final SaveProviderRecord saveProviderRecord;

    ProviderRecordPage(Directory directory, SaveProviderRecord saveProviderRecord) {
        this.directory = directory;
        this.saveProviderRecord = saveProviderRecord;
    }

    @GetMapping("/provider-record")
    String show(Model model) {
        directory.providerRecord().map(ProviderRecord::name).ifPresent(name -> model.addAttribute("name", name));
        return VIEW;
    }

    @PostMapping("/provider-record")
    String save(@RequestParam String name, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("saved", FormSubmission.of(() -> saveProviderRecord.save(name), model));
        return VIEW;
    }
}
