package org.serviceexchange.consumer.authorization.web;

import java.util.Map;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;

/** Reads the provider's token response; the framework would take an unreadable life of the token for one second. */
final class TokenResponses {

    private TokenResponses() {}

    static OAuth2AccessTokenResponseHttpMessageConverter converter() {
        var framework = new DefaultMapOAuth2AccessTokenResponseConverter();
        var converter = new OAuth2AccessTokenResponseHttpMessageConverter();
        converter.setAccessTokenResponseConverter(members -> {
            requireLife(members);
            return framework.convert(members);
        });
        return converter;
    }

    private static void requireLife(Map<String, Object> members) {
        Object life = members.get(OAuth2ParameterNames.EXPIRES_IN);
        if (!(life instanceof Integer seconds && seconds > 0)) {
            throw new IllegalArgumentException("expires_in must be a number of seconds, 1 or more");
        }
    }
}
