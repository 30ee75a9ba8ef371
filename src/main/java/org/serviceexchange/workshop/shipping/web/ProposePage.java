package org.serviceexchange.workshop.shipping.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.serviceexchange.workshop.shipping.ModelZip;
import org.serviceexchange.workshop.shipping.ShipModels;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Takes a ZIP of models; the body is the file itself, because this application reads no multipart messages. */
@Controller
@RequestMapping(ProposePage.PATH)
class ProposePage {

    static final String PATH = "/processes/propose";

    private final ShipModels ship;

    ProposePage(ShipModels ship) {
        this.ship = ship;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("longest", ModelZip.LONGEST);
        return "workshop/propose";
    }

    /** Answers with the page of the version, whether it passed or not. */
    @PostMapping(consumes = "application/zip", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> propose(HttpServletRequest request, Authentication user) throws IOException {
        byte[] packed = request.getInputStream().readNBytes(ModelZip.LONGEST + 1);
        return Map.of("page", ShippedPage.PATH + "/" + ship.upload(packed, user.getName()));
    }
}
