package org.serviceexchange.platform.web;

import java.net.URI;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Security headers of the application's own pages. */
public final class PagePolicy {

    /** Name of the header, for a page that redirects people to another instance and therefore sets its own value. */
    public static final String HEADER = "Content-Security-Policy";

    /** Allows the five style attributes that bpmn-js 8.0.0 writes, by their hashes. */
    private static final String DIAGRAM_STYLES = "style-src-attr 'unsafe-hashes'"
            + " 'sha256-j2t/iYgmiK/9tDIa+YLs3dUK18D+PDjuKi+KxuYXU/w='"
            + " 'sha256-CA/eh4+2R0J7cEQ14gBMtx834RIOjzMUqCM+evtrkp4='"
            + " 'sha256-AHtqGIKHiUalONG+xeO90E9yUgWLoWuygINiCuiaBnA='"
            + " 'sha256-F1/lIJB2HC2RT+RPHwCjlrUMGQft2PdUC4nHeQ7MKsc='"
            + " 'sha256-HrvAPhJHDMpEBcplBvvwyxAYUF0koC1/uv7HLEC0aqg='; ";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;" + " " + DIAGRAM_STYLES
                    + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private PagePolicy() {}

    /**
     * The policy of a page whose form redirects to another instance; browsers apply {@code form-action} to redirects
     * too.
     */
    public static String withFormTo(URI target) {
        return POLICY + " " + target.getScheme() + "://" + target.getAuthority();
    }

    /** Adds the headers to a chain; a header that a page sets itself is kept. */
    public static void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
