package org.serviceexchange.directory.login.web;

import java.time.Instant;
import java.util.Set;
import org.serviceexchange.directory.User;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;

/** Authentications as a login makes them. */
public final class TestLogins {

    private TestLogins() {}

    /** A user without roles who logged in at this time, with this security version. */
    public static Authentication of(String userId, Instant at, long securityVersion) {
        var details = new LoginDetails(new MockHttpServletRequest(), "", at);
        details.begin(securityVersion);
        var login = DirectoryLogin.loggedIn(new User(userId, userId, "", Set.of()));
        login.setDetails(details);
        return login;
    }
}
