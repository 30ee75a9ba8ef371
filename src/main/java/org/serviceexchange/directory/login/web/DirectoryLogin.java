package org.serviceexchange.directory.login.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.throttle.Throttle;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
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
    private final KnownDevices devices;

    DirectoryLogin(Users users, Throttle throttle, KnownDevices devices) {
        this.users = users;
        this.throttle = throttle;
        this.devices = devices;
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        String id = attempt.getName();
        Throttle.Attempt admitted = admit(id, attempt.getDetails());
        // Asked before the password is checked: a password that is changed meanwhile ends this session too
        long version = users.securityVersion(id);
        User user = user(id, String.valueOf(attempt.getCredentials()), admitted);
        admitted.succeeded();
        if (attempt.getDetails() instanceof LoginDetails login) {
            login.begin(version);
        }
        var token = loggedIn(user);
        token.setDetails(attempt.getDetails());
        return token;
    }

    private Throttle.Attempt admit(String id, @Nullable Object details) {
        String address = details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        Optional<String> device =
                details instanceof LoginDetails login ? devices.of(id, login.device()) : Optional.empty();
        try {
            return device.map(known -> throttle.admitKnown(id, "device " + known))
                    .orElseGet(() -> throttle.admit(id, address));
        } catch (Problem paused) {
            throw new LockedException(paused.getMessage(), paused);
        }
    }

    /** When there is no time for the work of a password, nothing was guessed. */
    private User user(String id, String password, Throttle.Attempt admitted) {
        try {
            return users.authenticate(id, password)
                    .orElseThrow(
                            () -> new BadCredentialsException(new Problem(ProblemCode.LOGIN_REFUSED).getMessage()));
        } catch (Problem busy) {
            admitted.withdrawn();
            throw new AuthenticationServiceException(busy.getMessage(), busy);
        }
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
