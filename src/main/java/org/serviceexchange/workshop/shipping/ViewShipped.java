package org.serviceexchange.workshop.shipping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.serviceexchange.platform.label.TranslatedModel;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.workshop.model.ModelDifference;
import org.serviceexchange.workshop.model.ModelElements;
import org.springframework.stereotype.Service;

/** What pages show of shipped versions. */
@Service
public class ViewShipped {

    private final ShippedVersions versions;

    public ViewShipped(ShippedVersions versions) {
        this.versions = versions;
    }

    /** All, the newest first. */
    public List<ShippedVersion> all() {
        return versions.all();
    }

    /** The version with this number; a {@code NOT_FOUND} problem if there is none. */
    public ShippedVersion one(String number) {
        return versions.find(number).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
    }

    /** The version that is in use. */
    public Optional<ShippedVersion> inUse() {
        return versions.inUse();
    }

    /**
     * How a file differs from that of the version in use.
     *
     * @param name of the file
     * @param model whether it is a process that can be drawn
     * @param kind whether it was added, changed or removed
     * @param changes of its elements; none of files that are no processes
     */
    public record FileChange(
            String name, boolean model, ModelDifference.Kind kind, List<ModelDifference.Change> changes) {

        public FileChange {
            changes = List.copyOf(changes);
        }
    }

    /** The files of a version that differ from those in use. */
    public List<FileChange> changes(ShippedVersion version) {
        ModelFiles newer = versions.files(version);
        ModelFiles older = versions.inUse().map(versions::files).orElseGet(() -> ModelFiles.of(Map.of()));
        SortedSet<String> names = new TreeSet<>(newer.files().keySet());
        names.addAll(older.files().keySet());
        return names.stream()
                .filter(name -> !ModelFiles.of(only(newer, name))
                        .fingerprint()
                        .equals(ModelFiles.of(only(older, name)).fingerprint()))
                .map(name -> change(name, older, newer))
                .toList();
    }

    /** A model of a version with labels in this language; a {@code NOT_FOUND} problem if it has none of this name. */
    public String model(String number, String file, Locale language) {
        ModelFiles files = versions.files(one(number));
        String model = file.endsWith(".bpmn") ? files.model(file) : "";
        if (model.isEmpty()) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        return TranslatedModel.of(model, files.labels(), language);
    }

    private static Map<String, byte[]> only(ModelFiles models, String name) {
        byte[] content = models.files().get(name);
        return content == null ? Map.of() : Map.of(name, content);
    }

    private static FileChange change(String name, ModelFiles older, ModelFiles newer) {
        boolean drawn = name.endsWith(".bpmn") && newer.files().containsKey(name);
        ModelDifference.Kind kind = !newer.files().containsKey(name)
                ? ModelDifference.Kind.REMOVED
                : older.files().containsKey(name) ? ModelDifference.Kind.CHANGED : ModelDifference.Kind.ADDED;
        boolean compared = drawn && kind == ModelDifference.Kind.CHANGED;
        return new FileChange(
                name,
                drawn,
                kind,
                compared
                        ? ModelDifference.between(
                                        ModelElements.of(older.model(name), older.labels()),
                                        ModelElements.of(newer.model(name), newer.labels()))
                                .changes()
                        : List.of());
    }
}
