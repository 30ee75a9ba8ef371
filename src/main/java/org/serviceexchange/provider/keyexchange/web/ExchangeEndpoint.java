package org.serviceexchange.provider.keyexchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.provider.keyexchange.AnswerKeyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint of the key exchange, authorized by the access token that the contact's consent gave the consumer. */
@RestController
class ExchangeEndpoint {

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9_-]{40,200})");

    private static final String CHALLENGE = "Bearer realm=\"key-exchange\"";
    private static final String INVALID_TOKEN = ", error=\"invalid_token\"";

    private final AnswerKeyExchange exchangeKeys;

    ExchangeEndpoint(AnswerKeyExchange exchangeKeys) {
        this.exchangeKeys = exchangeKeys;
    }

    @PostMapping(
            path = ProtocolPaths.EXCHANGES,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] answer(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestBody byte[] m1,
            HttpServletResponse response) {
        return authorized(authorization, response, token -> exchangeKeys.answer(token, m1));
    }

    @PostMapping(
            path = ProtocolPaths.CONFIRMATIONS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] confirm(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestBody byte[] m3,
            HttpServletResponse response) {
        return authorized(authorization, response, token -> exchangeKeys.confirm(token, m3));
    }

    /** Adds the challenge of RFC 6750, section 3, to a refusal of the token. */
    private static byte[] authorized(
            String authorization, HttpServletResponse response, Function<String, byte[]> step) {
        try {
            return step.apply(token(authorization));
        } catch (Problem refused) {
            if (refused.code() == ProblemCode.AUTHORIZATION_REFUSED) {
                response.setHeader(
                        HttpHeaders.WWW_AUTHENTICATE, authorization.isEmpty() ? CHALLENGE : CHALLENGE + INVALID_TOKEN);
            }
            throw refused;
        }
    }

    private static String token(String authorization) {
        Matcher bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            throw new Problem(ProblemCode.AUTHORIZATION_REFUSED);
        }
        return bearer.group(1);
    }
}
