package org.serviceexchange.provider.web;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.provider.closing.RequestClosing;
import org.serviceexchange.provider.closing.RequestRegistrationCancellation;
import org.serviceexchange.provider.invitation.RecordLinkSent;
import org.serviceexchange.provider.invitation.RequestNewLink;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.validation.GoOnAnyway;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * An admin's actions on a registration; every action redirects to its page, which shows if somebody else was faster.
 */
@Controller
@RequestMapping("/registrations/{number}")
class RegistrationActions {

    private static final String PAGE = "redirect:/registrations/{number}";

    private final Readers readers;
    private final RegistrationProcess process;
    private final RequestNewLink requestNewLink;
    private final RecordLinkSent recordLinkSent;
    private final RequestRegistrationCancellation requestCancellation;
    private final RequestClosing requestClosing;
    private final GoOnAnyway goOnAnyway;

    RegistrationActions(
            Readers readers,
            RegistrationProcess process,
            RequestNewLink requestNewLink,
            RecordLinkSent recordLinkSent,
            RequestRegistrationCancellation requestCancellation,
            RequestClosing requestClosing,
            GoOnAnyway goOnAnyway) {
        this.readers = readers;
        this.process = process;
        this.requestNewLink = requestNewLink;
        this.recordLinkSent = recordLinkSent;
        this.requestCancellation = requestCancellation;
        this.requestClosing = requestClosing;
        this.goOnAnyway = goOnAnyway;
    }

    /** Asks for confirmation before what cannot be undone. */
    @GetMapping("/{action:resend|cancel|close|go-on}")
    String ask(@PathVariable String number, @PathVariable String action, Authentication user, Model model) {
        RegistrationSnapshot snapshot = readers.open(number, user).snapshot();
        boolean lost = action.equals("cancel") && snapshot.counterpart().departure() != null;
        if ((snapshot.state().closed() && !lost)
                || (action.equals("go-on") && !GoOnAnyway.isOffered(snapshot.findings()))) {
            return PAGE;
        }
        model.addAttribute("number", number);
        model.addAttribute("key", "provider.confirm." + action);
        return "provider/confirm";
    }

    /** A GET on an action URL, e.g. after re-login, redirects to the page. */
    @GetMapping({"/check", "/retry", "/sent"})
    String show() {
        return PAGE;
    }

    @PostMapping("/resend")
    String resend(@PathVariable String number, Authentication user, Locale locale, RedirectAttributes attributes) {
        return tell("resend", locale, attributes, () -> {
            requestNewLink.request(number, user.getName());
            return true;
        });
    }

    @PostMapping("/sent")
    String sent(@PathVariable String number, Authentication user, Locale locale, RedirectAttributes attributes) {
        return tell("sent", locale, attributes, () -> recordLinkSent.record(number, user.getName()));
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String number, Authentication user, Locale locale, RedirectAttributes attributes) {
        return tell("cancel", locale, attributes, () -> {
            requestCancellation.request(number, user.getName());
            return true;
        });
    }

    @PostMapping("/close")
    String close(@PathVariable String number, Authentication user, Locale locale, RedirectAttributes attributes) {
        return tell("close", locale, attributes, () -> {
            requestClosing.request(number, user.getName());
            return true;
        });
    }

    @PostMapping("/check")
    String check(@PathVariable String number, Authentication user, Locale locale, RedirectAttributes attributes) {
        return tell("check", locale, attributes, () -> process.checkAgain(number, user.getName()));
    }

    /** Records the decision, then lets the checks run again. */
    @PostMapping("/go-on")
    String goOn(@PathVariable String number, Authentication user, Locale locale, RedirectAttributes attributes) {
        return tell("goOn", locale, attributes, () -> {
            goOnAnyway.decide(number, user.getName());
            process.checkAgain(number, user.getName());
            return true;
        });
    }

    @PostMapping("/retry")
    String retry(@PathVariable String number, Locale locale, RedirectAttributes attributes) {
        return tell("retry", locale, attributes, () -> process.retry(number));
    }

    /** Redirects after the selected action, which answers false if there was nothing left to do. */
    private static String tell(String action, Locale locale, RedirectAttributes attributes, BooleanSupplier step) {
        try {
            String key = step.getAsBoolean() ? "provider.done." + action : "provider.meanwhile";
            attributes.addFlashAttribute("done", Messages.of(key, locale));
        } catch (Problem refused) {
            attributes.addFlashAttribute("refused", refused.finding());
        }
        return PAGE;
    }
}
