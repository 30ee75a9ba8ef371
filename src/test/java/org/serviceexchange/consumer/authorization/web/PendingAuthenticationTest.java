package org.serviceexchange.consumer.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** What a browser session remembers while its person is at a provider. */
class PendingAuthenticationTest {

    private static final String NUMBER = "PCN0001001";

    private final MockHttpSession session = new MockHttpSession();

    @Test
    void remembersFive() {
        for (int one = 1; one <= 6; one++) {
            pending("state-" + one).remember(session);
        }

        assertThat(PendingAuthentication.take(session, "state-1", "ada")).isEmpty();
        for (int one = 2; one <= 6; one++) {
            assertThat(PendingAuthentication.take(session, "state-" + one, "ada"))
                    .hasValueSatisfying(found -> assertThat(found.number()).isEqualTo(NUMBER));
        }
    }

    @Test
    void givesEachToItsUserAndOnce() {
        pending("state").remember(session);
        assertThat(PendingAuthentication.take(session, "other", "ada")).isEmpty();
        assertThat(PendingAuthentication.take(session, "state", "ada")).isPresent();
        assertThat(PendingAuthentication.take(session, "state", "ada")).isEmpty();

        pending("again").remember(session);
        assertThat(PendingAuthentication.take(session, "again", "eve")).isEmpty();
        assertThat(PendingAuthentication.take(session, "again", "ada")).isEmpty();
    }

    @Test
    void showsNeitherStateNorVerifier() {
        assertThat(pending("state")).hasToString("PendingAuthentication[PCN0001001 by ada]");
    }

    private static PendingAuthentication pending(String state) {
        return new PendingAuthentication(
                NUMBER,
                "ada",
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri("https://provider.example.com/oauth2/authorize")
                        .clientId("client")
                        .state(state)
                        .build());
    }
}
