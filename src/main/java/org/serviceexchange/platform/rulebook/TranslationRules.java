package org.serviceexchange.platform.rulebook;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.serviceexchange.platform.label.LabelFile;
import org.serviceexchange.platform.label.ModelLabels;
import org.serviceexchange.platform.rulebook.model.Nearest;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** Translations of labels can be read, and go along when a label changes. */
final class TranslationRules {

    private static final Set<String> NEVER_SHOWN = Set.of("definitions", "message", "error", "signal", "escalation");

    private TranslationRules() {}

    static void check(ProcessFolder folder, ReadFolder read) {
        Set<String> labels = labels(read.trees().values());
        folder.files().forEach((file, content) -> {
            if (LabelFile.isOne(file)) {
                check(file, content, labels, read.breaches(file));
            }
        });
    }

    /** Everything that a picture of these models, or a page about them, shows in words. */
    static Set<String> labels(Collection<XmlElement> models) {
        Set<String> labels = new TreeSet<>();
        models.stream()
                .flatMap(XmlElement::all)
                .filter(element -> element.namespace().equals(XmlElement.BPMN))
                .filter(element -> !NEVER_SHOWN.contains(element.name()))
                .map(TranslationRules::shown)
                .filter(label -> !label.isEmpty())
                .forEach(labels::add);
        return labels;
    }

    private static String shown(XmlElement element) {
        return LabelFile.plain(
                switch (element.name()) {
                    case "text" -> element.text().toString();
                    case "categoryValue" -> element.value("value");
                    default -> element.value("name");
                });
    }

    /**
     * A line whose label is gone is told only while another label lacks a translation: then it was renamed. A step that was taken out
     * leaves a line that harms nobody.
     */
    private static void check(String file, byte[] content, Set<String> labels, Breaches breaches) {
        LabelFile translated = LabelFile.read(content);
        translated
                .unreadable()
                .forEach(line -> breaches.add(Rule.TRANSLATION_UNREADABLE, Objects.requireNonNull(line)));
        Set<String> without = new TreeSet<>(labels);
        translated.lines().forEach(line -> without.remove(line.label()));
        without.removeIf(label -> ModelLabels.OF_THE_APPLICATION
                .translation(label, LabelFile.locale(file))
                .isPresent());
        if (!without.isEmpty()) {
            translated.lines().stream()
                    .filter(line -> !labels.contains(line.label()))
                    .forEach(line -> breaches.named(
                            Rule.TRANSLATION_LEFT_BEHIND,
                            line.number(),
                            line.label(),
                            Nearest.to(line.label(), without)));
        }
    }
}
