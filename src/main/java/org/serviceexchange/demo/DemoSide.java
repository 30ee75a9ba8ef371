package org.serviceexchange.demo;

/** One half of the demonstration. */
enum DemoSide {
    PROVIDER("provider", 8080),
    CONSUMER("consumer", 8081);

    private final String id;
    private final int defaultPort;

    DemoSide(String id, int defaultPort) {
        this.id = id;
        this.defaultPort = defaultPort;
    }

    /** The name of the instance, of its folder and of its settings. */
    String id() {
        return id;
    }

    /** The port, which {@code -Dservice-exchange.demo.provider-port} or {@code consumer-port} changes. */
    int port() {
        return Integer.getInteger("service-exchange.demo." + id + "-port", defaultPort);
    }

    String address() {
        return "http://localhost:" + port();
    }
}
