package org.serviceexchange.directory.login.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Logs the first admin in with the password that was just entered, by the same checks as the login page. */
@Component
class FirstLogin {

    private final DirectoryLogin login;
    private final KnownDevices devices;
    private final Clock clock;
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    FirstLogin(DirectoryLogin login, KnownDevices devices, Clock clock) {
        this.login = login;
        this.devices = devices;
        this.clock = clock;
    }

    void logIn(String userId, String password, HttpServletRequest request, HttpServletResponse response) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(userId, password);
        attempt.setDetails(new LoginDetails(request, devices.cookie(request), clock.instant()));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(login.authenticate(attempt));
        if (request.getSession(false) != null) {
            request.changeSessionId(); // an id from before the login must not become that of an admin
        }
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        devices.remember(userId, request, response);
    }
}
