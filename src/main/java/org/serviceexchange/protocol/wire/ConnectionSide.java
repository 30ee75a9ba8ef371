package org.serviceexchange.protocol.wire;

/** The side of a connection that an instance is on. */
public enum ConnectionSide {
    PROVIDER("provider-to-consumer"),
    CONSUMER("consumer-to-provider");

    private final String sends;

    ConnectionSide(String sends) {
        this.sends = sends;
    }

    /** The direction in which this side sends; also the purpose of the module key that protects it. */
    public String sends() {
        return sends;
    }

    /** The direction in which this side receives; also the purpose of the module key that protects it. */
    public String receives() {
        return other().sends;
    }

    /** The opposite side. */
    public ConnectionSide other() {
        return this == PROVIDER ? CONSUMER : PROVIDER;
    }
}
