package org.serviceexchange.platform.problem;

import static org.serviceexchange.platform.problem.Actor.CONSUMER_ADMIN;
import static org.serviceexchange.platform.problem.Actor.CONTACT;
import static org.serviceexchange.platform.problem.Actor.INTEGRATOR;
import static org.serviceexchange.platform.problem.Actor.OPERATOR;
import static org.serviceexchange.platform.problem.Actor.PEER_DEVELOPER;
import static org.serviceexchange.platform.problem.Actor.PROVIDER_ADMIN;
import static org.serviceexchange.platform.problem.Actor.USER;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalogue of problems. Cause and solution of each are in {@code problems.properties} under its code; a status of
 * 503 or 429 means that the same request may succeed later.
 */
public enum ProblemCode {
    // 10xx and 11xx: this instance, its users, companies and contacts
    SETUP_SECRET_REFUSED(1001, 403, OPERATOR),
    PROVIDER_NAME_INVALID(1002, 422, USER),
    LOGIN_REFUSED(1003, 401, USER),
    LOGIN_PAUSED(1004, 429, USER),
    PASSWORD_WRONG(1005, 422, USER),
    PASSWORDS_DIFFER(1006, 422, USER),
    WEBAPP_REQUEST_REFUSED(1007, 403, USER),
    PAGE_EXPIRED(1008, 403, USER),
    NOT_SET_UP(1009, 503, OPERATOR),
    SETTING_INVALID(1021, 500, OPERATOR),
    SETTING_UNKNOWN(1022, 500, OPERATOR),
    SETTING_UNREADABLE(1023, 500, OPERATOR),
    COMPANY_UNKNOWN(1101, 404, USER),
    COMPANY_NAME_TAKEN(1102, 409, USER),
    CONTACT_UNKNOWN(1103, 404, USER),
    MAIL_ADDRESS_INVALID(1104, 422, USER),
    USER_NAME_TAKEN(1105, 409, USER),
    INPUT_INVALID(1106, 422, USER),
    CONTACT_HAS_OTHER_ROLES(1107, 409, USER),

    // 12xx: work notes and comments
    REMARK_LENGTH(1201, 422, USER),
    REMARK_CHARACTERS(1202, 422, USER),
    REMARK_WITH_SECRET(1203, 422, USER),

    // 20xx: a registration is requested or administered
    COMPANY_NOT_USABLE(2001, 422, USER),
    CONTACT_OF_OTHER_COMPANY(2002, 422, USER),
    CONTACT_WITHOUT_ROLE(2003, 422, USER),
    CONTACT_DISABLED(2004, 422, USER),
    CONTACT_WITHOUT_MAIL(2005, 422, USER),
    URL_MALFORMED(2006, 422, USER),
    URL_NOT_HTTPS(2007, 422, USER),
    URL_WITH_EXTRAS(2008, 422, USER),
    REGISTRATION_EXISTS(2009, 409, USER),
    CONNECTION_EXISTS(2010, 409, USER),
    REGISTRATION_UNKNOWN(2020, 404, USER),
    REGISTRATION_CLOSED(2021, 409, PROVIDER_ADMIN),
    LINK_NOT_OPEN(2022, 409, PROVIDER_ADMIN),
    REVIEW_NOT_OPEN(2023, 409, PROVIDER_ADMIN),

    // 21xx: findings of the pre-onboarding checks
    PROVIDER_RECORD_MISSING(2101, 409, PROVIDER_ADMIN),
    COMPANY_NO_LONGER_VALID(2102, 409, PROVIDER_ADMIN),
    CONTACT_NO_LONGER_VALID(2103, 409, PROVIDER_ADMIN),
    KMF_NOT_OPERATIONAL(2104, 503, OPERATOR),
    BASE_URL_NOT_SET(2105, 409, OPERATOR),
    BASE_URL_IS_LOOPBACK(2106, 409, OPERATOR),
    MAIL_NOT_REACHABLE(2107, 503, OPERATOR),
    MAIL_NOT_TAKEN(2108, 409, PROVIDER_ADMIN),
    MAIL_NOT_WRITTEN(2109, 409, PROVIDER_ADMIN),

    // 22xx: a link is claimed
    LINK_REFUSED(2201, 403, CONSUMER_ADMIN),
    LINK_EXPIRED(2202, 403, CONSUMER_ADMIN),
    LINK_CLAIMED_BY_ANOTHER(2203, 403, PROVIDER_ADMIN),
    CONSUMER_URL_DIFFERS(2204, 403, PROVIDER_ADMIN),
    CLAIM_NOT_VALID(2205, 400, PEER_DEVELOPER),

    // 23xx: consent at the provider
    WRONG_USER(2301, 403, CONTACT),
    AUTHORIZATION_REFUSED(2302, 401, CONTACT),
    CONSENT_EXPIRED(2303, 400, CONTACT),
    CLIENT_UNKNOWN(2304, 400, CONTACT),
    AUTHORIZATION_REQUEST_INVALID(2305, 400, CONTACT),
    CONSENT_NOT_ASKED(2306, 403, CONTACT),

    // 30xx: key exchange and probes
    MESSAGE_MALFORMED(3001, 400, PEER_DEVELOPER),
    VERSION_UNSUPPORTED(3002, 400, PEER_DEVELOPER),
    EXCHANGE_FAILED(3003, 400, PROVIDER_ADMIN),
    EXCHANGE_ID_REUSED(3004, 409, PEER_DEVELOPER),
    EXCHANGE_EXPIRED(3005, 410, CONSUMER_ADMIN),
    EXCHANGE_SUSPENDED(3006, 403, PROVIDER_ADMIN),
    CLOCKS_DIFFER(3007, 400, OPERATOR),
    PEER_NOT_READY(3008, 503, CONSUMER_ADMIN),

    // 40xx: key management
    KEY_STATE_FORBIDS(4001, 409, OPERATOR),
    KEY_STORE_UNREADABLE(4002, 503, OPERATOR),
    KEY_ROW_ALTERED(4003, 503, OPERATOR),
    KEY_UNKNOWN(4004, 404, OPERATOR),
    JOURNAL_ALTERED(4005, 503, OPERATOR),
    KEY_STORE_MISSING(4006, 503, OPERATOR),
    KEY_STORE_REFUSED(4007, 503, OPERATOR),
    KEY_STORE_FOREIGN(4008, 503, OPERATOR),
    PASSPHRASE_MISSING(4009, 503, OPERATOR),
    SEALED_VALUE_ALTERED(4010, 503, OPERATOR),
    KEY_NOT_ROTATABLE(4011, 409, OPERATOR),
    RECORD_ALTERED(4012, 503, OPERATOR),

    // 50xx: calls to other instances
    ADDRESS_REFUSED(5001, 422, OPERATOR),
    PEER_UNREACHABLE(5002, 503, OPERATOR),
    PEER_ANSWER_INVALID(5003, 502, PEER_DEVELOPER),
    PEER_REFUSED(5004, 502, OPERATOR),

    // 60xx: this instance as consumer
    LINK_INCOMPLETE(6001, 400, CONTACT),
    PROVIDER_PIN_DIFFERS(6002, 403, CONTACT),
    CONNECTION_UNKNOWN(6003, 404, USER),
    CONNECTION_CLOSED(6004, 409, USER),
    CONNECTION_NOT_THERE_YET(6006, 409, USER),
    PROVIDER_ISSUER_DIFFERS(6007, 403, CONTACT),

    // 70xx: the API and its tokens
    TOKEN_MISSING(7001, 401, INTEGRATOR),
    TOKEN_REFUSED(7002, 401, INTEGRATOR),
    TOKEN_EXPIRED(7003, 401, INTEGRATOR),
    SCOPE_MISSING(7004, 403, INTEGRATOR),
    METHOD_NOT_OFFERED(7005, 405, INTEGRATOR),
    ANSWER_TYPE_NOT_OFFERED(7006, 406, INTEGRATOR),
    BODY_TYPE_NOT_READ(7007, 415, INTEGRATOR),
    BODY_MALFORMED(7008, 400, INTEGRATOR),
    BODY_TOO_LONG(7009, 413, INTEGRATOR),
    PARAMETER_INVALID(7010, 400, INTEGRATOR),
    IDEMPOTENCY_KEY_INVALID(7011, 400, INTEGRATOR),
    IDEMPOTENCY_KEY_REUSED(7012, 422, INTEGRATOR),
    REQUEST_IN_PROGRESS(7013, 409, INTEGRATOR),
    CHANGED_MEANWHILE(7014, 412, INTEGRATOR),
    CONSUMER_CONNECTION_UNKNOWN(7015, 404, USER),
    TOKEN_UNKNOWN(7020, 404, USER),

    // 90xx: anything else
    UNEXPECTED(9000, 500, OPERATOR),
    REQUEST_INVALID(9001, 400, USER),
    NOT_FOUND(9002, 404, USER),
    FORBIDDEN(9003, 403, USER),
    FAILED_EARLIER(9004, 500, OPERATOR),
    MISDIRECTED(9005, 421, OPERATOR),
    BUSY(9006, 503, USER),
    BODY_TOO_SLOW(9007, 408, USER);

    private final int number;
    private final int status;
    private final Actor actor;

    ProblemCode(int number, int status, Actor actor) {
        this.number = number;
        this.status = status;
        this.actor = actor;
    }

    /** The problem with a code such as {@code SX-2001}; an unknown one is an {@link IllegalArgumentException}. */
    public static ProblemCode of(String code) {
        return known(code).orElseThrow(() -> new IllegalArgumentException("There is no problem " + code + "."));
    }

    /** The problem with a code, if there is one. */
    public static Optional<ProblemCode> known(String code) {
        return Arrays.stream(values())
                .filter(known -> known.code().equals(code))
                .findFirst();
    }

    /** The code as people and peers see it, such as {@code SX-2001}. */
    public String code() {
        return String.format(Locale.ROOT, "SX-%04d", number);
    }

    /** The HTTP status of a response with this problem. */
    public int status() {
        return status;
    }

    /** Who can resolve it. */
    public Actor actor() {
        return actor;
    }

    /** Whether the same request may succeed later without anyone changing it. */
    public boolean retry() {
        return status == 503 || status == 429 || this == REQUEST_IN_PROGRESS;
    }
}
