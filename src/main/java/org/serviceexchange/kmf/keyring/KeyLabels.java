package org.serviceexchange.kmf.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;

/**
 * Finds keys of a module by the label that the module gave them. The label is the public part of the row, so that the
 * row's HMAC covers it. Rows of versions before labels have an empty one: at that time a module had one key of a
 * purpose, which therefore answers to any label.
 */
final class KeyLabels {

    private KeyLabels() {}

    static String labelOf(KeyRow row) {
        return new String(row.publicPart(), UTF_8);
    }

    /** The versions with this label, newest first; if there are none, those without any label. */
    static List<KeyRow> labelled(List<KeyRow> versions, String label) {
        List<KeyRow> found = having(versions, label);
        return found.isEmpty() ? having(versions, "") : found;
    }

    /** The newest version with this label that may open what was protected with it. */
    static Optional<KeyRow> opening(List<KeyRow> versions, String label) {
        return labelled(versions, label).stream()
                .filter(row -> row.state() == KeyState.GENERATED || row.state().mayProcess())
                .findFirst();
    }

    private static List<KeyRow> having(List<KeyRow> versions, String label) {
        return versions.stream().filter(row -> labelOf(row).equals(label)).toList();
    }
}
