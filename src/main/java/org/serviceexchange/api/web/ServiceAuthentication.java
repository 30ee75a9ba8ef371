package org.serviceexchange.api.web;

import java.util.Arrays;
import org.serviceexchange.api.ApiToken;
import org.serviceexchange.api.Scope;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The authenticated service of a request; its authorities are scopes and never roles of users. */
final class ServiceAuthentication extends AbstractAuthenticationToken {

    private final transient ApiToken token;

    ServiceAuthentication(ApiToken token) {
        super(Arrays.stream(Scope.values())
                .filter(token.scope()::covers)
                .map(scope -> new SimpleGrantedAuthority(authority(scope)))
                .toList());
        this.token = token;
        setAuthenticated(true);
    }

    static String authority(Scope scope) {
        return "api:" + scope.name();
    }

    ApiToken token() {
        return token;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    /** The actor name, such as {@code service:crm}. */
    @Override
    public String getPrincipal() {
        return token.service().actor();
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof ServiceAuthentication same
                && same.token.number().equals(token.number());
    }

    @Override
    public int hashCode() {
        return token.number().hashCode();
    }
}
