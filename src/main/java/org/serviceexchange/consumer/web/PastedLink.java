package org.serviceexchange.consumer.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.FormSubmission;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.protocol.outbound.CallableAddresses;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Accepts a registration link that a person pasted instead of opening it; an error is shown beside the field. */
@Controller
class PastedLink {

    private static final String FORM = "redirect:/?side=consumer#connect";

    private final InstanceSettings instance;
    private final CallableAddresses addresses;

    PastedLink(InstanceSettings instance, CallableAddresses addresses) {
        this.instance = instance;
        this.addresses = addresses;
    }

    @GetMapping({"/connections", "/connections/link"})
    String list() {
        return "redirect:/?side=consumer";
    }

    @PostMapping("/connections/link")
    String open(@RequestParam(defaultValue = "") String link, Locale locale, RedirectAttributes kept) {
        try {
            UriComponents pasted = address(PastedText.link(link));
            RegistrationLink read = RegistrationLink.of(
                    value(pasted, "provider"),
                    value(pasted, "registration"),
                    value(pasted, "secret"),
                    value(pasted, "pin"));
            addresses.entered(read.provider().toString());
            return forAnother(pasted)
                    ? refuse(Messages.of("consumer.pasted.otherInstance", locale, base(pasted)), link, kept)
                    : "redirect:" + opening(read);
        } catch (Problem refused) {
            return refuse(refused.sentence(locale), link, kept);
        }
    }

    private static String refuse(String sentence, String link, RedirectAttributes kept) {
        FormSubmission.refuse(new RefusedEntry("link", sentence), kept);
        kept.addFlashAttribute("pasted", link);
        return FORM;
    }

    private static UriComponents address(String text) {
        try {
            return UriComponentsBuilder.fromUri(URI.create(text)).build();
        } catch (IllegalArgumentException noAddress) {
            throw new Problem(ProblemCode.LINK_INCOMPLETE, noAddress);
        }
    }

    private static @Nullable String value(UriComponents pasted, String name) {
        String value = pasted.getQueryParams().getFirst(name);
        return value == null ? null : UriUtils.decode(value, StandardCharsets.UTF_8);
    }

    private boolean forAnother(UriComponents pasted) {
        return instance.baseUrl() != null && !InstanceAddress.same(String.valueOf(instance.baseUrl()), base(pasted));
    }

    /** The URL without "/connect" and everything after it. */
    private static String base(UriComponents pasted) {
        String address = UriComponentsBuilder.fromUriString(pasted.toUriString())
                .replaceQuery(null)
                .fragment(null)
                .build()
                .toUriString();
        return address.endsWith(LinkPages.LINK)
                ? address.substring(0, address.length() - LinkPages.LINK.length())
                : address;
    }

    /** The URL of this instance's own page for opening the link. */
    private static String opening(RegistrationLink link) {
        return UriComponentsBuilder.fromPath(LinkPages.LINK)
                .queryParam("provider", "{provider}")
                .queryParam("registration", "{registration}")
                .queryParam("secret", "{secret}")
                .queryParam("pin", "{pin}")
                .encode()
                .buildAndExpand(link.provider(), link.registration(), link.secret(), link.pin())
                .toUriString();
    }
}
