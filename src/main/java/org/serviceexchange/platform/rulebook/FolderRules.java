package org.serviceexchange.platform.rulebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.serviceexchange.platform.rulebook.model.Catalogue;
import org.serviceexchange.platform.rulebook.model.ModelNode;
import org.serviceexchange.platform.rulebook.model.Nearest;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** The processes of the application are there, each once, and those that are called exist. */
final class FolderRules {

    private final ReadFolder folder;

    private FolderRules(ReadFolder folder) {
        this.folder = folder;
    }

    static void check(ReadFolder folder) {
        FolderRules rules = new FolderRules(folder);
        Map<String, String> files = new HashMap<>();
        for (ReadFolder.Model read : folder.executable()) {
            String other = files.putIfAbsent(read.drawn().key(), read.file());
            if (other != null) {
                read.breaches().add(Rule.PROCESS_TWICE, read.drawn().element(), other);
            }
            rules.process(read);
            read.drawn().nodes("callActivity").forEach(call -> rules.call(read, call));
        }
        for (String process : Catalogue.ofThisApplication().processes()) {
            if (!files.containsKey(process)) {
                folder.breaches(process + ".bpmn").add(Rule.PROCESS_MISSING, 0, process);
            }
        }
    }

    private void process(ReadFolder.Model read) {
        XmlElement process = read.drawn().element();
        String file = read.file().replaceFirst("^.*/", "").replaceFirst("\\.bpmn(20\\.xml)?$", "");
        if (!file.equals(read.drawn().key())) {
            read.breaches().add(Rule.FILE_NAMED_OTHERWISE, process, read.drawn().key());
        }
        if (process.camunda("historyTimeToLive").isBlank()) {
            read.breaches().add(Rule.HISTORY_WITHOUT_END, process);
        }
        if (!process.camunda("versionTag").matches("[1-9][0-9]*")) {
            read.breaches().add(Rule.VERSION_MISSING, process);
        }
    }

    private void call(ReadFolder.Model read, ModelNode call) {
        String called = call.element().value("calledElement");
        Set<String> keys =
                folder.executable().stream().map(one -> one.drawn().key()).collect(Collectors.toSet());
        if (!keys.contains(called)) {
            read.breaches().add(Rule.CALLED_UNKNOWN, call.element(), called, Nearest.to(called, keys));
        } else if (calls(Set.of(called)).contains(read.drawn().key())) {
            read.breaches().add(Rule.CALLS_ITSELF, call.element(), called);
        }
    }

    /** The processes, and all that they call. */
    private Set<String> calls(Set<String> keys) {
        Set<String> all = new HashSet<>(keys);
        List<String> more = folder.executable().stream()
                .filter(read -> keys.contains(read.drawn().key()))
                .flatMap(read -> read.drawn().nodes("callActivity"))
                .map(call -> call.element().value("calledElement"))
                .toList();
        return all.addAll(more) ? calls(all) : all;
    }
}
