package org.serviceexchange.journal.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.store.ProtectedRecords;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.RecordFinding;
import org.serviceexchange.platform.store.RecordFinding.What;
import org.springframework.stereotype.Component;

/** The journals as protected records: one for each subject, proved by its chain. */
@Component
class JournalRecords implements ProtectedRecords {

    private static final String NAME = "journal";

    /** A journal has many entries. */
    private static final int AT_ONCE = 20;

    private final Journal journal;
    private final JournalTable table;

    JournalRecords(Journal journal, JournalTable table, ProtectedTables tables) {
        this.journal = journal;
        this.table = table;
        tables.add(this);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Examined examine(@Nullable String after, int limit) {
        int atMost = Math.min(limit, AT_ONCE);
        List<String> subjects = table.subjects(after, atMost);
        List<RecordFinding> found = subjects.stream()
                .filter(subject -> journal.read(subject).alteration().isPresent())
                .map(subject -> new RecordFinding(NAME, subject, What.ALTERED))
                .toList();
        String last = subjects.size() < atMost ? null : subjects.get(atMost - 1);
        return new Examined(last, subjects.size(), found);
    }

    @Override
    public boolean stands(RecordFinding found) {
        return journal.read(found.key()).alteration().isEmpty();
    }
}
