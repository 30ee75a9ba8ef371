package org.serviceexchange.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the shipped processes that a test changes as an analyst would. */
final class ChangedProcesses {

    static final String REGISTRATION = "consumer-registration.bpmn";
    static final String CONNECTION = "provider-connection.bpmn";

    private final Path folder;

    ChangedProcesses(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".bpmn")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    Path folder() {
        return folder;
    }

    /** Replaces what a pattern finds, which must stand in the file exactly once. */
    ChangedProcesses replace(String file, String pattern, String by) {
        try {
            Path path = folder.resolve(file);
            String text = Files.readString(path);
            Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
            if (matcher.results().count() != 1) {
                throw new IllegalArgumentException(pattern + " does not stand once in " + file);
            }
            Files.writeString(path, matcher.reset().replaceFirst(by));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leads a flow elsewhere. */
    ChangedProcesses redirect(String file, String flow, String target) {
        return replace(file, "(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*targetRef=\")[^\"]*\"", "$1" + target + "\"");
    }

    /** Puts an element into a flow. */
    ChangedProcesses insert(String file, String flow, String id, String element) {
        String sequence = "(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*targetRef=\")([^\"]*)\"";
        return replace(
                file,
                sequence,
                element + "<bpmn:sequenceFlow id=\"flow_" + id + "\" sourceRef=\"" + id + "\" targetRef=\"$2\" />$1"
                        + id + "\"");
    }

    /** Takes an element away; flows that led to it lead nowhere. */
    ChangedProcesses remove(String file, String kind, String id) {
        return replace(file, "<bpmn:" + kind + " id=\"" + id + "\".*?</bpmn:" + kind + ">", "");
    }
}
