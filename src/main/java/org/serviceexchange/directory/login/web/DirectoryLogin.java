package org.serviceexchange.directory.login.web;

import java.util.List;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.Throttle;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Logs people in with the user directory; the only way to a session.
 *
 * <p>Security guarantees: An unknown user costs the work of a password too. An unknown user and a wrong password are
 * answered alike.
 */
@Component
class DirectoryLogin implements AuthenticationProvider {

    private final Users users;
    private final Throttle throttle;

    DirectoryLogin(Users users, Throttle throttle) {
        this.users = users;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String id = attempt.getName();
        String address = attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        try {
            throttle.admit(id, address);
        } catch (Problem paused) {
            throw new LockedException(paused.getMessage(), paused);
        }
        User user = users.authenticate(id, String.valueOf(attempt.getCredentials()))
                .orElseThrow(() -> refused(id, address));
        throttle.succeeded(id, address);
        var token = loggedIn(user);
        token.setDetails(attempt.getDetails());
        return token;
    }

    private BadCredentialsException refused(String id, String address) {
        throttle.failed(id, address);
        return new BadCredentialsException(new Problem(ProblemCode.LOGIN_REFUSED).getMessage());
    }

    /** The authentication of a session: its name is the user id, its authorities are the groups of the user's roles. */
    static UsernamePasswordAuthenticationToken loggedIn(User user) {
        List<String> groups = user.roles().stream().map(Role::group).sorted().toList();
        var principal = org.springframework.security.core.userdetails.User.withUsername(user.id())
                .password("")
                .authorities(AuthorityUtils.createAuthorityList(groups))
                .build();
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
