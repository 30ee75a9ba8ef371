package org.serviceexchange.checker.walk;

import java.util.ArrayList;
import java.util.List;

/** What a case should not have met on its way, since a step began; each with the element at which it did. */
public final class CaseAlarms {

    private final List<String> missed = new ArrayList<>();
    private final List<String> unheard = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();

    void missed(String element) {
        missed.add(element);
    }

    void doubled(String element) {
        doubled.add(element);
    }

    void unheard(String message) {
        unheard.add(message);
    }

    void clear() {
        unheard.clear();
        missed.clear();
        doubled.clear();
    }

    /** Elements that wait for a message that came before and was lost. */
    public List<String> missed() {
        return missed;
    }

    /** Messages for which the process never waits. */
    public List<String> unheard() {
        return unheard;
    }

    /** Elements at which a case waits twice. */
    public List<String> doubled() {
        return doubled;
    }
}
