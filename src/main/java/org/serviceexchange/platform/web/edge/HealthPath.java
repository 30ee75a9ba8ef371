package org.serviceexchange.platform.web.edge;

import jakarta.servlet.http.HttpServletRequest;

/** The paths at which machines watch this instance: health, which must answer whatever else does not, and metrics. */
final class HealthPath {

    private static final String PATH = "/actuator/health";
    private static final String METRICS = "/actuator/prometheus";

    private HealthPath() {}

    /** Whether the request asks for the health or one of its groups. */
    static boolean asked(HttpServletRequest request) {
        String path = path(request);
        return path.equals(PATH) || path.equals(PATH + "/liveness") || path.equals(PATH + "/readiness");
    }

    /** Whether the request asks for the metrics. */
    static boolean metricsAsked(HttpServletRequest request) {
        return path(request).equals(METRICS);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
