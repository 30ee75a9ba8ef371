package org.serviceexchange.web;

import java.net.URI;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What a browser may do on our own pages. */
public final class PagePolicy {

    /** The header's name, for a page that sends people on to another instance and therefore sets its own value. */
    public static final String HEADER = "Content-Security-Policy";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private PagePolicy() {}

    /** The policy of a page whose form ends, by redirect, at another instance: browsers check redirects of forms too. */
    public static String withFormTo(URI target) {
        return POLICY + " " + target.getScheme() + "://" + target.getAuthority();
    }

    /** Sets the headers of own pages on a chain; a header that a page set itself stays. */
    public static void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
