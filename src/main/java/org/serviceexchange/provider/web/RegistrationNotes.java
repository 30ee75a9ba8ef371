package org.serviceexchange.provider.web;

import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry.Kind;
import org.serviceexchange.journal.web.NoteForm;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.invitation.MailComment;
import org.serviceexchange.provider.registration.Registration;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds work notes and comments on the page of a registration; the contact may add comments. */
@Controller
@RequestMapping("/registrations/{number}/notes")
class RegistrationNotes {

    private static final String PAGE = "redirect:/registrations/{number}";

    private final Readers readers;
    private final Journal journal;
    private final MailComment mailComment;
    private final TransactionTemplate transaction;

    RegistrationNotes(Readers readers, Journal journal, MailComment mailComment, TransactionTemplate transaction) {
        this.readers = readers;
        this.journal = journal;
        this.mailComment = mailComment;
        this.transaction = transaction;
    }

    /** A GET on this URL, e.g. after re-login, redirects to the page. */
    @GetMapping
    String show() {
        return PAGE;
    }

    @PostMapping
    String add(
            @PathVariable String number,
            NoteForm note,
            @RequestParam(defaultValue = "false") boolean mail,
            Authentication user,
            Locale locale,
            RedirectAttributes attributes) {
        Registration registration = readers.open(number, user);
        if (!Readers.mayManage(user) && !note.kind().equals(Kind.COMMENT.name())) {
            throw new Problem(ProblemCode.FORBIDDEN);
        }
        boolean added = note.add(journal, number, user.getName(), locale, attributes);
        if (added
                && mail
                && mailComment.on()
                && Readers.mayManage(user)
                && note.kind().equals(Kind.COMMENT.name())) {
            try {
                send(registration, user.getName(), note.text(), locale, attributes);
            } catch (Problem refused) {
                attributes.addFlashAttribute("refused", refused.finding());
            }
        }
        return PAGE + NoteForm.PLACE;
    }

    private void send(
            Registration registration, String author, String text, Locale locale, RedirectAttributes attributes) {
        var recording = mailComment.send(registration, author, text);
        Optional<Finding> refused = Optional.ofNullable(transaction.execute(status -> recording.record()))
                .flatMap(why -> why);
        refused.ifPresentOrElse(
                why -> attributes.addFlashAttribute("refused", why),
                () -> attributes.addFlashAttribute("done", Messages.of("provider.done.comment", locale)));
    }
}
