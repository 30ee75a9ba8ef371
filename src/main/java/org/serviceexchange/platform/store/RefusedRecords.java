package org.serviceexchange.platform.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Records of this node in which something was found and that were not repaired since; bounded. */
@Component
public class RefusedRecords {

    private static final int AT_MOST = 100;

    private final Set<RecordFinding> found = new LinkedHashSet<>();

    /** Whether the finding is new; when there are too many already, it is not kept. */
    public synchronized boolean add(RecordFinding finding) {
        return found.size() < AT_MOST && found.add(finding);
    }

    public synchronized List<RecordFinding> all() {
        return new ArrayList<>(found);
    }

    /** Forgets records that are as they were written again. */
    public synchronized void forget(Collection<RecordFinding> repaired) {
        found.removeAll(Set.copyOf(repaired));
    }
}
