package org.serviceexchange.workshop.shipping.web;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.workshop.shipping.ShippedVersion;
import org.serviceexchange.workshop.shipping.ShippedVersion.State;
import org.serviceexchange.workshop.shipping.ViewShipped;
import org.serviceexchange.workshop.shipping.ViewShipped.FileChange;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** One version that was shipped, proposed or refused: who, when and why, what it changes, and what can be decided. */
@Controller
@RequestMapping(ShippedPage.PATH + "/{number:PMV[0-9]+}")
class ShippedPage {

    static final String PATH = "/processes/shipped";

    private final ViewShipped view;

    ShippedPage(ViewShipped view) {
        this.view = view;
    }

    @GetMapping
    String show(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String file,
            Authentication user,
            Model model) {
        ShippedVersion version = view.one(number);
        ShippedVersion inUse = view.inUse().orElse(null);
        model.addAttribute("version", version);
        model.addAttribute("inUse", inUse);
        model.addAttribute("current", inUse != null && inUse.number().equals(number));
        model.addAttribute("decides", ShippingAccess.decides(user));
        model.addAttribute("own", version.proposedBy().equals(user.getName()));
        List<FileChange> changes = version.state() == State.REFUSED ? List.of() : view.changes(version);
        model.addAttribute("changes", changes);
        model.addAttribute(
                "drawn",
                changes.stream()
                        .filter(change -> change.model()
                                && (file.isEmpty() || change.name().equals(file)))
                        .findFirst()
                        .orElse(null));
        return "workshop/shipped";
    }

    @GetMapping(path = "/model", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String model(@PathVariable String number, @RequestParam String file, Locale language) {
        return view.model(number, file, language);
    }
}
