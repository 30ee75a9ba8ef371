package org.serviceexchange.platform.security.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.serviceexchange.platform.security.SecurityEvent;
import org.serviceexchange.platform.security.SecurityLog;

/** Tells the security log of a request that was refused. */
public final class RecordedRefusal {

    private RecordedRefusal() {}

    /**
     * Records a refusal. After an error in a filter the request is that for the error page, which knows the first one.
     *
     * @param code of the problem, or of OAuth
     */
    public static void of(HttpServletRequest request, String code) {
        Object before = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        List<String> facts = new ArrayList<>(List.of(
                "error.code",
                code,
                "http.request.method",
                request.getMethod(),
                "url.path",
                before == null ? request.getRequestURI() : before.toString(),
                "source.address",
                request.getRemoteAddr()));
        String user = request.getRemoteUser();
        if (user != null) {
            facts.addAll(List.of(SecurityLog.USER, user));
        }
        SecurityLog.record(SecurityEvent.REFUSED, facts.toArray(String[]::new));
    }
}
