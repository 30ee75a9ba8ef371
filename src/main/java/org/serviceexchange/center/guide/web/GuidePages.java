package org.serviceexchange.center.guide.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.serviceexchange.center.guide.FirstStart;
import org.serviceexchange.center.guide.FirstStarts;
import org.serviceexchange.center.guide.GuideChoices;
import org.serviceexchange.center.guide.GuideStep;
import org.serviceexchange.center.guide.OwnAddressCheck;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.directory.StoredPerson;
import org.serviceexchange.directory.Users;
import org.serviceexchange.kmf.KeyStoreFiles;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The steps of the first start, a page for each; the address without a step leads to the next one that is open. */
@Controller
@RequestMapping(GuidePages.PATH)
class GuidePages {

    static final String PATH = "/first-start";
    static final String NEXT = "redirect:" + PATH;
    static final String VIEW = "center/guide";

    private static final String ADDRESS_SETTINGS = """
            service-exchange.instance.name=exchange
            service-exchange.instance.base-url=https://exchange.example.com""";
    private static final String MAIL_SETTINGS = """
            spring.mail.host=smtp.example.com
            spring.mail.port=587
            spring.mail.username=exchange
            spring.mail.password=secret
            spring.mail.properties.mail.smtp.auth=true
            spring.mail.properties.mail.smtp.starttls.required=true""";

    private final FirstStarts starts;
    private final GuideChoices choices;
    private final OwnAddressCheck address;
    private final MailServer mail;
    private final KeyStoreFiles files;
    private final Directory directory;
    private final Users users;
    private final InstanceSettings settings;

    GuidePages(
            FirstStarts starts,
            GuideChoices choices,
            OwnAddressCheck address,
            MailServer mail,
            KeyStoreFiles files,
            Directory directory,
            Users users,
            InstanceSettings settings) {
        this.starts = starts;
        this.choices = choices;
        this.address = address;
        this.mail = mail;
        this.files = files;
        this.directory = directory;
        this.users = users;
        this.settings = settings;
    }

    /** What the last step told is kept for the page to which this leads. */
    @GetMapping
    String next(HttpServletRequest request, RedirectAttributes attributes) {
        Map<String, ?> told = RequestContextUtils.getInputFlashMap(request);
        if (told != null) {
            told.forEach(attributes::addFlashAttribute);
        }
        return starts.view().next().map(step -> NEXT + "/" + step.key()).orElse("redirect:/");
    }

    @GetMapping("/{key}")
    String show(@PathVariable String key, Principal user, Model model) {
        GuideStep here = known(key);
        FirstStart guide = starts.view();
        model.addAttribute("guide", guide);
        model.addAttribute("here", here);
        model.addAttribute("open", guide.line(here).open());
        model.addAttribute("settings", settings);
        switch (here) {
            case ADDRESS -> {
                model.addAttribute("found", address.ask());
                model.addAttribute("lines", ADDRESS_SETTINGS);
            }
            case MAIL -> {
                model.addAttribute("lines", MAIL_SETTINGS);
                model.addAttribute("mailOn", mail.on());
                keep(
                        model,
                        "to",
                        users.person(user.getName()).map(StoredPerson::mail).orElse(""));
            }
            case KEYS -> model.addAttribute("files", files);
            case PROVIDER ->
                keep(
                        model,
                        "name",
                        directory.providerRecord().map(ProviderRecord::name).orElse(settings.name()));
            case COMPANY -> keep(model, "form", FirstContactForm.EMPTY);
            case REGISTRATION -> registration(model);
            case ADMIN -> model.addAttribute("admin", user.getName());
        }
        return VIEW;
    }

    private void registration(Model model) {
        starts.contact().ifPresent(contact -> {
            model.addAttribute("contact", contact);
            model.addAttribute("company", directory.company(contact.companyId()).orElseThrow());
        });
    }

    /** What a refused form brought back stays. */
    private static void keep(Model model, String name, Object value) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, value);
        }
    }

    /** Leaves a step out; what it is about can be done later on the step's page, or where it belongs. */
    @PostMapping("/{key}/leave-out")
    String leaveOut(@PathVariable String key, Principal user) {
        choices.save(known(key), true, user.getName());
        return NEXT;
    }

    /** This instance only connects to providers: nothing of what a provider needs is asked for. */
    @PostMapping("/provider/none")
    String onlyConnects(Principal user) {
        for (GuideStep step : new GuideStep[] {GuideStep.PROVIDER, GuideStep.COMPANY, GuideStep.REGISTRATION}) {
            choices.save(step, true, user.getName());
        }
        return "redirect:/?side=consumer";
    }

    @PostMapping("/keys")
    String backedUp(Principal user) {
        choices.save(GuideStep.KEYS, false, user.getName());
        return NEXT;
    }

    /** What a backup must hold, and where it is: the files themselves never leave the machine through a browser. */
    @GetMapping("/keys/what-to-keep.txt")
    ResponseEntity<byte[]> whatToKeep(Locale language) {
        ContentDisposition download = ContentDisposition.attachment()
                .filename(settings.name() + "-what-to-keep.txt")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(WhatToKeep.text(settings, files, language).getBytes(StandardCharsets.UTF_8));
    }

    static GuideStep known(String key) {
        return GuideStep.ofKey(key).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }
}
