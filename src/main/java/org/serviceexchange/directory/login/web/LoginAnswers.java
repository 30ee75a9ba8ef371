package org.serviceexchange.directory.login.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.security.SecurityEvent;
import org.serviceexchange.platform.security.SecurityLog;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.stereotype.Component;

/** What a person gets to see after the login form: the page they wanted, or the form again with the reason. */
@Component
class LoginAnswers extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    private static final String SOON = "5";
    private static final String SOURCE = "source.address";
    private static final String NAME = UsernamePasswordAuthenticationFilter.SPRING_SECURITY_FORM_USERNAME_KEY;

    private final KnownDevices devices;

    LoginAnswers(SavedPages pages, KnownDevices devices) {
        this.devices = devices;
        setRequestCache(pages);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        SecurityLog.record(
                SecurityEvent.LOGIN, SecurityLog.USER, authentication.getName(), SOURCE, request.getRemoteAddr());
        devices.remember(authentication.getName(), request, response);
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        boolean paused = refusal instanceof LockedException;
        SecurityLog.record(
                paused ? SecurityEvent.LOGIN_PAUSED : SecurityEvent.LOGIN_REFUSED,
                SecurityLog.USER,
                Objects.requireNonNullElse(request.getParameter(NAME), ""),
                SOURCE,
                request.getRemoteAddr());
        if (paused) {
            response.sendRedirect(request.getContextPath() + "/login?paused");
        } else if (refusal.getCause() instanceof Problem problem) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
            PageAccessDeniedHandler.send(request, response, problem);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?refused");
        }
    }
}
