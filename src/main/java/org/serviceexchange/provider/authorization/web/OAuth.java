package org.serviceexchange.provider.authorization.web;

import java.time.Duration;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.provider.authorization.Grant;

/** Constants of this authorization server. */
final class OAuth {

    static final String SCOPE = Grant.SCOPE;

    static final String AUTHORIZE = ProtocolPaths.AUTHORIZATION;
    static final String TOKEN = ProtocolPaths.TOKEN;
    static final String CONSENT = "/oauth2/consent";
    static final String WRONG_USER = "/oauth2/wrong-user";
    static final String SWITCH_ACCOUNT = "/oauth2/switch-account";

    /** How long a consent page is valid. */
    static final Duration CONSENT_LIFE = Duration.ofMinutes(10);

    static final Duration CODE_LIFE = Duration.ofSeconds(60);
    static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

    /** Error code of this application: the logged-in user is not the contact. */
    static final String ERROR_WRONG_USER = "wrong_user";

    private OAuth() {}
}
