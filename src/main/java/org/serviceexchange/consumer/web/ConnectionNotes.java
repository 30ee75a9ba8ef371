package org.serviceexchange.consumer.web;

import java.util.Locale;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.web.NoteForm;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds a person's note to the journal of a connection; a refused note stays in the form. */
@Controller
@RequestMapping("/connections/{number}/notes")
class ConnectionNotes {

    private static final String PAGE = "redirect:/connections/{number}";

    private final ConnectionModel connections;
    private final Journal journal;

    ConnectionNotes(ConnectionModel connections, Journal journal) {
        this.connections = connections;
        this.journal = journal;
    }

    /** A GET, such as after the login that an expired session asks for, leads to the page. */
    @GetMapping
    String show() {
        return PAGE;
    }

    @PostMapping
    String add(
            @PathVariable String number,
            NoteForm note,
            Authentication user,
            Locale language,
            RedirectAttributes attributes) {
        connections.find(number);
        note.add(journal, number, user.getName(), language, attributes);
        return PAGE + NoteForm.PLACE;
    }
}
