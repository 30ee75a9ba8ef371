package org.serviceexchange.checker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.platform.rulebook.ProcessFolder;

/** A copy of the shipped processes that a test changes as an analyst would. */
public final class ChangedProcesses {

    public static final String REGISTRATION = "consumer-registration.bpmn";
    public static final String CONNECTION = "provider-connection.bpmn";

    private final Path folder;

    public ChangedProcesses(Path folder) throws IOException {
        this.folder = folder;
        Path shipped = Path.of("processes");
        for (Map.Entry<String, byte[]> file : ProcessFolder.of(shipped).files().entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.write(copy, file.getValue());
        }
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    /** Replaces what a pattern finds, which must stand in the file exactly once. */
    public ChangedProcesses replace(String file, String pattern, String by) {
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
    public ChangedProcesses redirect(String file, String flow, String target) {
        return replace(file, "(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*targetRef=\")[^\"]*\"", "$1" + target + "\"");
    }

    /** Puts an element into a flow. */
    public ChangedProcesses insert(String file, String flow, String id, String element) {
        String sequence = "(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*targetRef=\")([^\"]*)\"";
        return replace(
                file,
                sequence,
                element + "<bpmn:sequenceFlow id=\"flow_" + id + "\" sourceRef=\"" + id + "\" targetRef=\"$2\" />$1"
                        + id + "\"");
    }

    /** Takes an element away; flows that led to it lead nowhere. */
    public ChangedProcesses remove(String file, String kind, String id) {
        return replace(file, "<bpmn:" + kind + " id=\"" + id + "\".*?</bpmn:" + kind + ">", "");
    }
}
