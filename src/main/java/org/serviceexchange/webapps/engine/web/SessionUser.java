package org.serviceexchange.webapps.engine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.jspecify.annotations.Nullable;

/** Tells the webapps who is logged in; they instantiate this class by its name. */
public class SessionUser implements AuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        Principal principal = request.getUserPrincipal();
        boolean known = principal != null && (taken(request, engine, principal) || exists(engine, principal));
        return known ? AuthenticationResult.successful(principal.getName()) : AuthenticationResult.unsuccessful();
    }

    /** Whether the webapps already know this user; checked first, because it needs no query. */
    private static boolean taken(HttpServletRequest request, ProcessEngine engine, Principal principal) {
        var known = AuthenticationUtil.getAuthsFromSession(request.getSession())
                .getAuthenticationForProcessEngine(engine.getName());
        return known != null && known.getIdentityId().equals(principal.getName());
    }

    /** The webapps respond with status 500 for a user who has been deleted since. */
    private static boolean exists(ProcessEngine engine, Principal principal) {
        return engine.getIdentityService()
                        .createUserQuery()
                        .userId(principal.getName())
                        .count()
                == 1;
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, @Nullable ProcessEngine engine) {
        // Status 401 suffices: the only login page is this application's, not the webapps'
    }
}
