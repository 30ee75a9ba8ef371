package org.serviceexchange.platform.rulebook;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** What one element says of another is true: the other is there, once. */
final class ReferenceRules {

    private static final Set<String> ATTRIBUTES = Set.of(
            "sourceRef",
            "targetRef",
            "attachedToRef",
            "default",
            "messageRef",
            "errorRef",
            "processRef",
            "bpmnElement",
            "categoryValueRef");
    private static final Set<String> TEXTS = Set.of("incoming", "outgoing", "flowNodeRef");

    private ReferenceRules() {}

    static void check(XmlElement root, Breaches breaches) {
        Set<String> ids = new HashSet<>();
        root.all().filter(element -> !element.id().isEmpty()).forEach(element -> {
            if (!ids.add(element.id())) {
                breaches.add(Rule.ID_TWICE, element, element.id());
            }
        });
        root.all()
                .forEach(element -> references(element)
                        .filter(id -> !ids.contains(id))
                        .forEach(id -> breaches.add(Rule.REFERENCE_BROKEN, element, id)));
        unused(root, breaches);
    }

    private static Stream<String> references(XmlElement element) {
        Stream<String> attributes = ATTRIBUTES.stream().map(element::value).filter(id -> !id.isEmpty());
        return TEXTS.contains(element.name()) ? Stream.concat(attributes, Stream.of(element.content())) : attributes;
    }

    private static void unused(XmlElement root, Breaches breaches) {
        Set<String> used = root.all().flatMap(ReferenceRules::references).collect(Collectors.toSet());
        root.children().stream()
                .filter(one -> one.name().equals("message") || one.name().equals("error"))
                .filter(one -> !used.contains(one.id()))
                .forEach(one -> breaches.add(Rule.NOT_USED, one));
    }
}
