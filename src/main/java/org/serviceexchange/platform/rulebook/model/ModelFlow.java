package org.serviceexchange.platform.rulebook.model;

import java.util.Optional;

/** A flow between two elements that are there. */
public record ModelFlow(XmlElement element, ModelNode source, ModelNode target) {

    /** The text of its condition. */
    public Optional<String> condition() {
        return element.child("conditionExpression").map(XmlElement::content);
    }

    public boolean isDefault() {
        return !element.id().isEmpty() && element.id().equals(source.element().value("default"));
    }

    /** Its label, or else from where to where it leads. */
    public String label() {
        String name = element.value("name").strip();
        return source.label() + " → " + target.label() + (name.isEmpty() ? "" : " (" + name + ")");
    }
}
