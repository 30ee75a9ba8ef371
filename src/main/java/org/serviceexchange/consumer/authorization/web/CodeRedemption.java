package org.serviceexchange.consumer.authorization.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.serviceexchange.consumer.claim.ClientKeys;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Redeems an authorization code at the pinned provider's token endpoint; the client authenticates with
 * {@code private_key_jwt} (RFC 7523).
 */
@Component
class CodeRedemption {

    private static final Logger LOG = LoggerFactory.getLogger(CodeRedemption.class);
    private static final Duration ASSERTION_LIFE = Duration.ofSeconds(60);

    private final OutboundHttp http;
    private final ClientKeys keys;
    private final OwnAddress own;
    private final Clock clock;

    CodeRedemption(OutboundHttp http, ClientKeys keys, OwnAddress own, Clock clock) {
        this.http = http;
        this.keys = keys;
        this.own = own;
        this.clock = clock;
    }

    /** The code was refused; the person may try again. */
    static final class NotRedeemed extends Exception {

        NotRedeemed(Throwable cause) {
            super(cause);
        }
    }

    OAuth2AccessToken redeem(PendingAuthentication pending, PinnedProvider provider, String code) throws NotRedeemed {
        var registration = ProviderAsClient.of(pending.number(), provider, own.callback());
        var response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(own.callback())
                .state(pending.request().getState())
                .build();
        var exchange = new OAuth2AuthorizationExchange(pending.request(), response);
        try {
            return client().getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(registration, exchange))
                    .getAccessToken();
        } catch (OAuth2AuthorizationException | RestClientException | Problem e) {
            LOG.info(
                    "The authorization code of connection {} was not redeemed ({}); the person can authenticate again",
                    pending.number(),
                    e.getClass().getSimpleName());
            throw new NotRedeemed(e);
        }
    }

    /** By the application's clock; the response says only how long the token lives. */
    Instant expiry(OAuth2AccessToken token) {
        Instant issued = Objects.requireNonNull(token.getIssuedAt());
        return clock.instant().plus(Duration.between(issued, Objects.requireNonNull(token.getExpiresAt())));
    }

    private RestClientAuthorizationCodeTokenResponseClient client() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(http.requestFactory())
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(TokenResponses.converter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        client.addParametersConverter(assertion());
        return client;
    }

    /** Created for each use, because the converter keeps the private key in memory. */
    private NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest> assertion() {
        var converter = new NimbusJwtClientAuthenticationParametersConverter<OAuth2AuthorizationCodeGrantRequest>(
                registration -> keys.privateKey(registration.getRegistrationId()));
        converter.setJwtClientAssertionCustomizer(assertion -> {
            Instant now = clock.instant();
            String issuer = assertion
                    .getAuthorizationGrantRequest()
                    .getClientRegistration()
                    .getProviderDetails()
                    .getIssuerUri();
            assertion.getClaims().audience(List.of(issuer)).issuedAt(now).expiresAt(now.plus(ASSERTION_LIFE));
        });
        return converter;
    }
}
