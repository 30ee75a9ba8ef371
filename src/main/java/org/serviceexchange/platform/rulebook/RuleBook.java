package org.serviceexchange.platform.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.platform.rulebook.model.XmlElement;
import org.serviceexchange.platform.rulebook.model.XmlReader;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What models of processes and decisions may contain, and what a folder of them has to fulfil. Whoever deploys a folder asks it
 * for everything; the engine asks it for the rules of security alone, each time it reads a model.
 */
public final class RuleBook {

    private RuleBook() {}

    /** Everything that is wrong with a folder: first what concerns security, then faults, then style. */
    public static List<Breach> check(ProcessFolder folder) {
        ReadFolder read = new ReadFolder(folder);
        read.trees().forEach((file, root) -> SecurityRules.check(file, root, read.breaches(file)));
        read.trees().forEach((file, root) -> ReferenceRules.check(root, read.breaches(file)));
        FolderRules.check(read);
        AskedDecisionRules.check(read);
        TranslationRules.check(folder, read);
        read.trees().forEach((file, root) -> BlockRules.check(file, root, read.breaches(file)));
        folder.files().forEach((file, content) -> BlockRules.checkForm(file, content, read.breaches(file)));
        for (ReadFolder.Model model : read.processes()) {
            StructureRules.check(model);
            GatewayRules.check(model);
            LabelRules.check(model);
            DrawingRules.check(model);
        }
        for (ReadFolder.Model model : read.executable()) {
            StepRules.check(model);
            MessageRules.check(model);
            FormRules.check(read, model);
            VariableRules.check(read, model);
            TimeRules.check(read, model);
        }
        return read.found().sorted(Comparator.comparing(Breach::kind)).toList();
    }

    /** What could bring code along. */
    public static List<Breach> security(ProcessFolder folder) {
        List<Breach> found = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : folder.files().entrySet()) {
            Breaches breaches = new Breaches(file.getKey());
            read(file.getKey(), file.getValue(), breaches)
                    .ifPresent(root -> SecurityRules.check(file.getKey(), root, breaches));
            breaches.all().forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** What could bring code along in a tree that somebody else has read. */
    public static List<Breach> security(String process, XmlElement root) {
        Breaches breaches = new Breaches(process);
        SecurityRules.check(process, root, breaches);
        return breaches.all().toList();
    }

    /** The tree of a model; empty for files that are none, and for those that cannot be read. */
    static Optional<XmlElement> read(String file, byte[] content, Breaches breaches) {
        if (SecurityRules.isRefused(file)) {
            breaches.add(Rule.FILE_NOT_ALLOWED, 0);
            return Optional.empty();
        }
        if (!ProcessFolder.isProcess(file) && !ProcessFolder.isDecision(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(XmlReader.read(content));
        } catch (SAXParseException e) {
            breaches.add(Rule.UNREADABLE, Math.max(0, e.getLineNumber()));
        } catch (SAXException e) {
            breaches.add(Rule.UNREADABLE, 0);
        }
        return Optional.empty();
    }
}
