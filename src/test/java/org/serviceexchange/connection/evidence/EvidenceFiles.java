package org.serviceexchange.connection.evidence;

import java.util.List;
import java.util.stream.IntStream;

/** Finds places in the lines of a file of evidence. */
final class EvidenceFiles {

    private EvidenceFiles() {}

    static int entry(List<String> lines, int number) {
        return IntStream.range(0, lines.size())
                .filter(index -> lines.get(index).startsWith("{\"type\":\"entry\",\"entry\":" + number + ","))
                .findFirst()
                .orElseThrow();
    }

    static boolean isSeal(String line) {
        return line.startsWith("{\"payloadType\":");
    }

    static List<Integer> seals(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(index -> isSeal(lines.get(index)))
                .boxed()
                .toList();
    }

    static String signature(String seal) {
        String from = "\"signature\":\"";
        return seal.substring(seal.indexOf(from) + from.length(), seal.length() - 2);
    }
}
