package org.serviceexchange.block.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a person typed into own fields with the record that begins, and says it in the journal, which is evidence. */
@Service
public class KeepOwnFields {

    private final OwnFields fields;
    private final StartForms forms;
    private final Journal journal;

    public KeepOwnFields(OwnFields fields, StartForms forms, Journal journal) {
        this.fields = fields;
        this.forms = forms;
        this.journal = journal;
    }

    /**
     * Keeps the values; fields that were left empty are left out. A field that the form does not have, or a value that cannot be
     * kept, is an {@code OWN_FIELD_REFUSED} problem.
     *
     * @param form name of the form's file
     */
    @Transactional
    public void keep(String number, String actor, String form, Map<String, String> typed) {
        if (typed.isEmpty()) {
            return;
        }
        List<OwnField> kept = new ArrayList<>();
        Map<String, String> labels = forms.ownFields(form);
        typed.keySet().stream()
                .filter(name -> !labels.containsKey(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Problem(
                            ProblemCode.OWN_FIELD_REFUSED, unknown, LocalizedMessage.of("block.field.unknown"));
                });
        labels.forEach((name, label) -> {
            String value = typed.getOrDefault(name, "");
            if (!value.isBlank()) {
                kept.add(new OwnField(name, label, value));
            }
        });
        if (!kept.isEmpty()) {
            fields.keep(number, kept);
            kept.forEach(field -> journal.workNote(
                    number,
                    Author.of(actor),
                    LocalizedMessage.of("block.note.ownField", field.label(), field.value())));
        }
    }
}
