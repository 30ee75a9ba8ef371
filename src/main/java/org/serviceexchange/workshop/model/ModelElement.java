package org.serviceexchange.workshop.model;

import java.util.Map;

/**
 * An element of a model.
 *
 * @param id as in the model
 * @param kind its name in BPMN, such as {@code userTask}
 * @param label what people read
 * @param aspects everything that the engine or a person takes from it, by attribute or child element
 */
public record ModelElement(String id, String kind, ElementLabel label, Map<String, String> aspects) {

    public ModelElement {
        aspects = Map.copyOf(aspects);
    }

    /** Whether cases stay there, as far as pictures of times and places go. */
    public boolean isStep() {
        return !kind.equals("sequenceFlow") && !kind.equals("subProcess") && !kind.equals("process");
    }
}
