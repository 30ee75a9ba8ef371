package org.serviceexchange.provider.store;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.provider.Finding;

/** Findings as text: one a line, its parts separated by tabs. */
final class FindingLines {

    private FindingLines() {}

    static @Nullable String write(List<Finding> findings) {
        if (findings.isEmpty()) {
            return null;
        }
        return findings.stream()
                .map(finding ->
                        plain(finding.code()) + "\t" + plain(finding.cause()) + "\t" + plain(finding.solution()))
                .collect(Collectors.joining("\n"));
    }

    static List<Finding> read(@Nullable String lines) {
        if (lines == null) {
            return List.of();
        }
        return lines.lines()
                .map(line -> line.split("\t", 3))
                .map(parts -> new Finding(parts[0], parts[1], parts[2]))
                .toList();
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
