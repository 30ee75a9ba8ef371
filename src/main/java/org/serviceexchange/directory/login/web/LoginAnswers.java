package org.serviceexchange.directory.login.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
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

    /** In the security log: what was typed as a name is none, and may be a password in the wrong field. */
    private static final String NOBODY = "unknown";

    private final KnownDevices devices;
    private final Users users;

    LoginAnswers(SavedPages pages, KnownDevices devices, Users users) {
        this.devices = devices;
        this.users = users;
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

    private String known(@Nullable String typed) {
        return Optional.ofNullable(typed).flatMap(users::find).map(User::id).orElse(NOBODY);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        boolean paused = refusal instanceof LockedException;
        SecurityLog.record(
                paused ? SecurityEvent.LOGIN_PAUSED : SecurityEvent.LOGIN_REFUSED,
                SecurityLog.USER,
                known(request.getParameter(NAME)),
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
