package org.serviceexchange.platform.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** Collects what rules find in one file. */
final class Breaches {

    private final String file;
    private final List<Breach> found = new ArrayList<>();

    Breaches(String file) {
        this.file = file;
    }

    void add(Rule rule, XmlElement element, Object... details) {
        named(rule, element, element.label(), details);
    }

    /** With another name than its label. */
    void named(Rule rule, XmlElement element, String label, Object... details) {
        found.add(new Breach(rule, file, element.line(), element.id(), label, List.of(details)));
    }

    /** About a line of a file that is no model. */
    void named(Rule rule, int line, String label, Object... details) {
        found.add(new Breach(rule, file, line, "", label, List.of(details)));
    }

    /** About the file as a whole. */
    void add(Rule rule, int line, Object... details) {
        found.add(new Breach(rule, file, line, "", file, List.of(details)));
    }

    Stream<Breach> all() {
        return found.stream();
    }
}
