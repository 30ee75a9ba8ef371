package org.serviceexchange.directory.login.web;

import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads to the login page by a path, so that no header of the request decides where that is. */
public final class LoginRedirect {

    private LoginRedirect() {}

    public static AuthenticationEntryPoint entryPoint() {
        var login = new LoginUrlAuthenticationEntryPoint("/login");
        login.setFavorRelativeUris(true);
        return login;
    }
}
