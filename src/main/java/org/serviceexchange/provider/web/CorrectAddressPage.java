package org.serviceexchange.provider.web;

import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.validation.ConsumerCheck;
import org.serviceexchange.provider.validation.CorrectAddress;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Corrects the address of the consumer instance, which replaces the link, so the page says so and asks for it. What the
 * check finds at the corrected address is shown; then the admin may go on anyway.
 */
@Controller
@RequestMapping("/registrations/{number}/address")
class CorrectAddressPage {

    private static final String PAGE = "redirect:/registrations/{number}";

    private final Readers readers;
    private final CorrectAddress correctAddress;

    CorrectAddressPage(Readers readers, CorrectAddress correctAddress) {
        this.readers = readers;
        this.correctAddress = correctAddress;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String number, Authentication user) {
        Registration registration = readers.open(number, user);
        return registration.state().closed() || registration.claim().isPresent()
                ? new ModelAndView(PAGE)
                : page(number, registration.request().shownUrl());
    }

    @PostMapping
    ModelAndView correct(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "false") boolean goOn,
            Authentication user,
            Locale locale,
            RedirectAttributes attributes) {
        readers.open(number, user);
        try {
            Optional<Finding> found = correctAddress.correct(number, url, goOn, user.getName());
            if (found.isPresent()) {
                return refused(page(number, url)
                        .addObject("found", found.get())
                        .addObject(
                                "waivable", ConsumerCheck.isWaivable(found.get().code())));
            }
            attributes.addFlashAttribute("done", Messages.of("provider.done.address", locale));
            return new ModelAndView(PAGE);
        } catch (Problem refused) {
            return refused(page(number, url).addObject(RefusedEntry.NAME, RefusedEntry.of(refused, locale)));
        }
    }

    private static ModelAndView page(String number, String url) {
        return new ModelAndView("provider/address").addObject("number", number).addObject("url", url);
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
