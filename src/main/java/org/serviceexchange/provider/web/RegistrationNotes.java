package org.serviceexchange.provider.web;

import java.util.Locale;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry.Kind;
import org.serviceexchange.journal.web.NoteForm;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds work notes and comments on the page of a registration; the contact may add comments. */
@Controller
@RequestMapping("/registrations/{number}/notes")
class RegistrationNotes {

    private static final String PAGE = "redirect:/registrations/{number}";

    private final Readers readers;
    private final Journal journal;

    RegistrationNotes(Readers readers, Journal journal) {
        this.readers = readers;
        this.journal = journal;
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
            Authentication user,
            Locale locale,
            RedirectAttributes attributes) {
        readers.open(number, user);
        if (!Readers.mayManage(user) && !note.kind().equals(Kind.COMMENT.name())) {
            throw new Problem(ProblemCode.FORBIDDEN);
        }
        note.add(journal, number, user.getName(), locale, attributes);
        return PAGE + NoteForm.PLACE;
    }
}
