package org.serviceexchange.consumer.authorization.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

class TokenResponsesTest {

    @Test
    void readsTheLifeOfTheToken() throws Exception {
        OAuth2AccessToken token = read(",\"expires_in\":300").getAccessToken();

        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"expires_in\":\"soon\"",
                ",\"expires_in\":\"300\"",
                ",\"expires_in\":0",
                ",\"expires_in\":-1",
                ",\"expires_in\":1.5",
                ",\"expires_in\":99999999999",
                ",\"expires_in\":null",
                ",\"expires_in\":[300]",
            })
    void refusesATokenWithoutAReadableLife(String life) {
        assertThatThrownBy(() -> read(life)).isInstanceOf(HttpMessageNotReadableException.class);
    }

    private static OAuth2AccessTokenResponse read(String life) throws Exception {
        String body = "{\"access_token\":\"t\",\"token_type\":\"Bearer\"" + life + "}";
        return TokenResponses.converter()
                .read(OAuth2AccessTokenResponse.class, new MockHttpInputMessage(body.getBytes(UTF_8)));
    }
}
