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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds a person's note to the journal of a connection; a refused note stays in the form. */
@Controller
@RequestMapping("/connections/{number}/notes")
class ConnectionNotes {

    private final ConnectionModel connections;
    private final Journal journal;

    ConnectionNotes(ConnectionModel connections, Journal journal) {
        this.connections = connections;
        this.journal = journal;
    }

    @GetMapping
    String show(@PathVariable String number) {
        return page(number);
    }

    @PostMapping
    String add(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String text,
            Authentication user,
            Locale language,
            RedirectAttributes attributes) {
        connections.find(number);
        new NoteForm(kind, text).add(journal, number, user.getName(), language, attributes);
        return page(number) + NoteForm.PLACE;
    }

    private static String page(String number) {
        return "redirect:/connections/" + number;
    }
}
