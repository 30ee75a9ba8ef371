package org.serviceexchange.demo;

/** A side of the demonstration. */
enum DemoSide {
    PROVIDER("provider", 8080),
    CONSUMER("consumer", 8081);

    private final String id;
    private final int defaultPort;

    DemoSide(String id, int defaultPort) {
        this.id = id;
        this.defaultPort = defaultPort;
    }

    /** Name of the instance, its folder and its settings. */
    String id() {
        return id;
    }

    /** The port; can be changed with {@code -Dservice-exchange.demo.provider-port} or {@code consumer-port}. */
    int port() {
        return Integer.getInteger("service-exchange.demo." + id + "-port", defaultPort);
    }

    String address() {
        return "http://localhost:" + port();
    }
}
