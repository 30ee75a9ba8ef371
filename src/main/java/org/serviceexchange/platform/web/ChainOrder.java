package org.serviceexchange.platform.web;

/** The order of the security chains; the last one denies everything. */
public final class ChainOrder {

    /** Metrics for Prometheus: stateless, every request carries a token. */
    public static final int METRICS = 5;

    /** Messages between instances: stateless, every message authenticates itself. */
    public static final int PROTOCOL = 10;

    /** The authorization server. */
    public static final int AUTHORIZATION_SERVER = 20;

    /** The API for integrators: stateless, every request carries a token. */
    public static final int API = 25;

    /** Tasklist, Cockpit, Admin and their API. */
    public static final int WEBAPPS = 30;

    /** The application's own pages. */
    public static final int PAGES = 40;

    /** Everything else. */
    public static final int LAST = 100;

    private ChainOrder() {}
}
