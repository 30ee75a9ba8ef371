package org.serviceexchange.center;

/** How a case stands, at a glance; pages colour its state by it and say the state in words too. */
public enum Tone {
    /** It has ended without a connection. */
    ENDED(""),
    /** It is on its way. */
    ON_ITS_WAY("state-warn"),
    /** It needs help. */
    IN_TROUBLE("state-bad"),
    /** It has led to a connection. */
    DONE("state-ok");

    private final String styleClass;

    Tone(String styleClass) {
        this.styleClass = styleClass;
    }

    /** Class name in {@code style.css}. */
    public String styleClass() {
        return styleClass;
    }
}
