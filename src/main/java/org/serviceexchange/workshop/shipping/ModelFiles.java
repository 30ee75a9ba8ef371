package org.serviceexchange.workshop.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.label.ModelLabels;

/**
 * Files that are deployed together, and why.
 *
 * @param files contents by name
 * @param reason in the words of a person; empty for what came with the application
 */
public record ModelFiles(SortedMap<String, byte[]> files, String reason) {

    /** The file in which a person says why these models are to be used. */
    public static final String REASON = "reason.txt";

    /** Whether a file of this name is shown to people in Tasklist: a page, or a form of Camunda Modeler. */
    static boolean isForm(String name) {
        return name.endsWith(".html") || name.endsWith(".form");
    }

    /** Files with {@link #REASON} among them, or without. */
    public static ModelFiles of(Map<String, byte[]> all) {
        SortedMap<String, byte[]> files = new TreeMap<>(all);
        byte[] reason = files.remove(REASON);
        return new ModelFiles(
                files,
                reason == null
                        ? ""
                        : new String(reason, UTF_8)
                                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                                .strip());
    }

    /** The same files for another reason. */
    public ModelFiles because(String other) {
        return new ModelFiles(files, other);
    }

    /** Two sets of files have the same fingerprint only if all names and contents are the same. */
    public String fingerprint() {
        StringBuilder list = new StringBuilder();
        files.forEach((name, content) ->
                list.append(name).append('\n').append(Thumbprint.of(content)).append('\n'));
        return Thumbprint.of(list.toString().getBytes(UTF_8));
    }

    /** The same files for another reason, or from elsewhere, are another decision. */
    String decision(ShippedVersion.Source source) {
        return Thumbprint.of((source + "\n" + fingerprint() + "\n" + reason).getBytes(UTF_8));
    }

    /** The labels of these models in other languages. */
    ModelLabels labels() {
        return ModelLabels.of(files);
    }

    /** The text of a model; empty if there is no such file. */
    public String model(String name) {
        byte[] content = files.get(name);
        return content == null ? "" : new String(content, UTF_8);
    }
}
