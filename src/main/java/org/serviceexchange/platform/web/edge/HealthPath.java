package org.serviceexchange.platform.web.edge;

import jakarta.servlet.http.HttpServletRequest;

/** The path at which machines ask whether this instance is up; it must answer whatever else does not. */
final class HealthPath {

    private static final String PATH = "/actuator/health";

    private HealthPath() {}

    /** Whether the request asks for the health or one of its groups. */
    static boolean asked(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(PATH) || path.equals(PATH + "/liveness") || path.equals(PATH + "/readiness");
    }
}
