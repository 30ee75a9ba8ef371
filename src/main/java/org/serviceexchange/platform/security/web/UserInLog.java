package org.serviceexchange.platform.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.serviceexchange.platform.security.SecurityLog;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says in the log who asks, as soon as the security chains know it. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class UserInLog extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String user = request.getRemoteUser();
        if (user == null) {
            chain.doFilter(request, response);
            return;
        }
        MDC.put(SecurityLog.ACTOR, user);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(SecurityLog.ACTOR);
        }
    }
}
