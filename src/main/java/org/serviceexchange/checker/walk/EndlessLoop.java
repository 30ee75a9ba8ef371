package org.serviceexchange.checker.walk;

/** A case that walks on and on without waiting for anything. */
public final class EndlessLoop extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String element;

    EndlessLoop(String element) {
        super(element, null, false, false);
        this.element = element;
    }

    /** Where it came by so often. */
    public String element() {
        return element;
    }
}
