package org.serviceexchange.platform.web;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.Role;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** The roles of the logged-in user. */
public final class LoggedInRoles {

    private LoggedInRoles() {}

    /** Whether somebody is logged in. */
    public static boolean present(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken);
    }

    /** The user's roles; empty if nobody is logged in. */
    public static Set<Role> of(@Nullable Authentication authentication) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (authentication != null && present(authentication)) {
            authentication.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .forEach(group -> Role.ofGroup(group).ifPresent(roles::add));
        }
        return roles;
    }
}
