package org.serviceexchange.provider.web;

import java.util.Locale;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.provider.invitation.RemindContact;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An admin reminds the contact of a link that was not used. */
@Controller
@RequestMapping("/registrations/{number}/remind")
class RemindAction {

    private static final String PAGE = "redirect:/registrations/{number}";

    private final RemindContact remindContact;
    private final TransactionTemplate transaction;

    RemindAction(RemindContact remindContact, TransactionTemplate transaction) {
        this.remindContact = remindContact;
        this.transaction = transaction;
    }

    /** A GET on an action URL, e.g. after re-login, redirects to the page. */
    @GetMapping
    String show() {
        return PAGE;
    }

    @PostMapping
    String remind(@PathVariable String number, Authentication user, Locale locale, RedirectAttributes attributes) {
        try {
            var recording = remindContact.now(number, user.getName());
            transaction.executeWithoutResult(status -> recording.record());
            attributes.addFlashAttribute("done", Messages.of("provider.done.remind", locale));
        } catch (Problem refused) {
            attributes.addFlashAttribute("refused", refused.finding());
        }
        return PAGE;
    }
}
