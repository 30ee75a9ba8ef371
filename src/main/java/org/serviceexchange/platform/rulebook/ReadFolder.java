package org.serviceexchange.platform.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.serviceexchange.platform.rulebook.model.Catalogue;
import org.serviceexchange.platform.rulebook.model.CatalogueEntry;
import org.serviceexchange.platform.rulebook.model.ModelProcess;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** A folder whose models have been read, with what was found in them. */
final class ReadFolder {

    private static final Pattern FORM = Pattern.compile("forms/.*\\.html|.*\\.form");
    private static final Pattern FIELD = Pattern.compile("(?:cam-variable-name=|\"key\"\\s*:\\s*)\"(\\w+)\"");

    private final ProcessFolder folder;
    private final Map<String, Breaches> breaches = new LinkedHashMap<>();
    private final Map<String, XmlElement> trees = new LinkedHashMap<>();
    private final List<Model> processes = new ArrayList<>();

    ReadFolder(ProcessFolder folder) {
        this.folder = folder;
        folder.files().forEach((file, content) -> {
            Breaches found = new Breaches(file);
            breaches.put(file, found);
            RuleBook.read(file, content, found).ifPresent(root -> {
                trees.put(file, root);
                ModelProcess.of(root)
                        .forEach(drawn -> processes.add(new Model(
                                file, drawn, Catalogue.ofThisApplication().of(drawn.key(), file), found)));
            });
        });
    }

    /** A process of the folder, with what the code gives it. */
    record Model(String file, ModelProcess drawn, CatalogueEntry catalogue, Breaches breaches) {}

    boolean has(String file) {
        return folder.files().containsKey(file);
    }

    /** The models, by their files. */
    Map<String, XmlElement> trees() {
        return trees;
    }

    List<Model> processes() {
        return processes;
    }

    /** The processes that run. */
    List<Model> executable() {
        return processes.stream().filter(one -> one.drawn().isExecutable()).toList();
    }

    /** The decision of this id. */
    Optional<XmlElement> decision(String id) {
        return decisions().filter(one -> one.id().equals(id)).findFirst();
    }

    Stream<XmlElement> decisions() {
        return trees.values().stream().flatMap(root -> root.children("decision"));
    }

    /** Names of the variables that people fill in, in whatever form of the folder. */
    Stream<String> variablesOfForms() {
        return folder.files().entrySet().stream()
                .filter(file -> FORM.matcher(file.getKey()).matches())
                .flatMap(file -> FIELD.matcher(new String(file.getValue(), StandardCharsets.UTF_8))
                        .results())
                .map(field -> field.group(1));
    }

    Breaches breaches(String file) {
        return breaches.computeIfAbsent(file, Breaches::new);
    }

    Stream<Breach> found() {
        return breaches.values().stream().flatMap(Breaches::all);
    }
}
