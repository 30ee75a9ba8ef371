package org.serviceexchange.provider.authorization.web;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Component;

/**
 * Verifies a consumer's {@code private_key_jwt} with the key pinned when the registration was claimed.
 *
 * <p>Security guarantees: Only ES256 is accepted, whatever the header of the assertion says. The key is never fetched
 * from anywhere.
 */
@Component
class ClientAssertions implements JwtDecoderFactory<RegisteredClient> {

    private static final MappedJwtClaimSetConverter CLAIMS = MappedJwtClaimSetConverter.withDefaults(Map.of());

    private final Registrations registrations;
    private final ClientAssertionRules rules;

    ClientAssertions(Registrations registrations, ClientAssertionRules rules) {
        this.registrations = registrations;
        this.rules = rules;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        JWK key = registrations
                .ofClient(client.getClientId())
                .map(registration -> registration.snapshot().claim())
                .map(ClientAssertions::key)
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, theOneKey(key)));
        processor.setJWTClaimsSetVerifier((claims, context) -> {
            // Validated afterwards by ClientAssertionRules, with the application's clock.
        });
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setClaimSetConverter(ClientAssertions::asSent);
        decoder.setJwtValidator(rules.of(client.getClientId()));
        return decoder;
    }

    /** Without the issue time that the framework makes up for a JWT that has none: one second before its end. */
    private static Map<String, Object> asSent(Map<String, Object> claims) {
        Map<String, Object> converted = new HashMap<>(CLAIMS.convert(claims));
        converted.keySet().retainAll(claims.keySet());
        return converted;
    }

    /** Ignores the assertion's key id: a client has exactly one key. */
    private static JWKSource<SecurityContext> theOneKey(JWK key) {
        return (selector, context) -> List.of(key);
    }

    private static JWK key(Claim claim) {
        try {
            return JWK.parse(claim.clientJwk());
        } catch (ParseException e) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
    }
}
