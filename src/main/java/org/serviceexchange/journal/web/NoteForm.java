package org.serviceexchange.journal.web;

import java.util.Locale;
import java.util.Objects;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Note;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The fields of the form {@code say} in {@code process-page.html}.
 *
 * @param kind name of a {@link JournalEntry.Kind}
 */
public record NoteForm(String kind, String text) {

    /** The form's anchor on its page. */
    public static final String PLACE = "#say";

    /** What was left out is empty. */
    public NoteForm {
        kind = Objects.toString(kind, "");
        text = Objects.toString(text, "");
    }

    /** Adds it to the journal; or tells the page why not, returns false, and what was typed stays in the form. */
    public boolean add(Journal journal, String subject, String author, Locale language, RedirectAttributes page) {
        try {
            journal.add(subject, author, Note.of(kind, text));
            page.addFlashAttribute("noteAdded", true);
            return true;
        } catch (Problem refused) {
            page.addFlashAttribute("noteError", refused.sentence(language));
            page.addFlashAttribute("noteKind", kind);
            page.addFlashAttribute("noteText", text);
            return false;
        }
    }
}
