package org.serviceexchange.demo;

/** Starts a provider and a consumer as two processes with demo data, and stops both together. */
public final class DemonstrationPair {

    private DemonstrationPair() {}

    public static void main(String[] args) {
        // Written by the demonstration work.
    }
}
