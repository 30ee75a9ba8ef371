package org.serviceexchange.connection.evidence;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Compares the lines that stand before a seal with those that it vouches for, and names each difference. */
final class SealedLines {

    private final EvidenceSeal seal;
    private final EvidenceReport report;
    private final Map<String, Integer> byHash = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    /** Places in the seal whose lines were found, by the place in the file. */
    private final Map<Integer, Boolean> present = new LinkedHashMap<>();

    SealedLines(EvidenceSeal seal, EvidenceReport report) {
        this.seal = seal;
        this.report = report;
        for (int place = 0; place < seal.lines().size(); place++) {
            byHash.put(EvidenceSeal.hashOf(seal.lines().get(place)), place);
            byName.put(EvidenceSeal.nameOf(seal.lines().get(place)), place);
        }
    }

    /**
     * Compares.
     *
     * @param number of the first line in the file
     */
    void compare(List<byte[]> lines, long number) {
        int[] places = new int[lines.size()];
        for (int index = 0; index < places.length; index++) {
            Integer place = byHash.get(Thumbprint.of(lines.get(index)));
            places[index] = place == null || present.putIfAbsent(place, true) != null ? -1 : place;
        }
        for (int index = 0; index < places.length; index++) {
            if (places[index] < 0) {
                places[index] = differing(lines.get(index), number + index);
            }
        }
        for (int place = 0; place < seal.lines().size(); place++) {
            if (!present.containsKey(place)) {
                report.found("removed", words(EvidenceSeal.nameOf(seal.lines().get(place))));
            }
        }
        moved(places);
    }

    /** The place whose line was changed into this one; -1 if the line was added. */
    private int differing(byte[] line, long number) {
        String name = EvidenceLines.read(line).map(EvidenceLine::name).orElse("");
        Integer place = byName.get(name);
        if (place == null && name.isEmpty()) {
            place = firstMissing();
        }
        if (place == null || present.putIfAbsent(place, true) != null) {
            report.found("added", number);
            return -1;
        }
        report.found("changed", words(EvidenceSeal.nameOf(seal.lines().get(place))));
        return place;
    }

    /** A line that cannot be read is most likely what became of the first one that is missing. */
    private @Nullable Integer firstMissing() {
        for (int place = 0; place < seal.lines().size(); place++) {
            if (!present.containsKey(place)) {
                return place;
            }
        }
        return null;
    }

    private void moved(int[] places) {
        int highest = -1;
        for (int place : places) {
            if (place >= 0 && place < highest) {
                report.found(
                        "moved",
                        words(EvidenceSeal.nameOf(seal.lines().get(place))),
                        words(EvidenceSeal.nameOf(seal.lines().get(highest))));
            }
            highest = Math.max(highest, place);
        }
    }

    /** What people call a line. */
    static LocalizedMessage words(String name) {
        int space = name.indexOf(' ');
        String type = space < 0 ? name : name.substring(0, space);
        return List.of(
                                EvidenceLine.Head.TYPE,
                                EvidenceLine.Key.TYPE,
                                EvidenceLine.Consent.TYPE,
                                EvidenceLine.Message.TYPE,
                                EvidenceLine.Entry.TYPE)
                        .contains(type)
                ? LocalizedMessage.of("evidence.line." + type, name.substring(space + 1))
                : LocalizedMessage.of("evidence.line.other", name);
    }
}
