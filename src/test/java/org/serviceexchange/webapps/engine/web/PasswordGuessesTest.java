package org.serviceexchange.webapps.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.web.throttle.LoginThrottleSettings;
import org.serviceexchange.platform.web.throttle.Throttle;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PasswordGuessesTest {

    private static final String PATH = "/camunda/api/engine/engine/default/user/clerk/credentials";

    private final Throttle throttle = new Throttle(
            new LoginThrottleSettings(2, 20, Duration.ofMinutes(1)),
            Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC));
    private final PasswordGuesses guesses = new PasswordGuesses(throttle);

    @Test
    void pausesAfterWrongPasswordsAndNotAfterRightOnes() throws Exception {
        for (int time = 0; time < 4; time++) {
            assertThat(put(PATH, 204)).isEqualTo(204);
        }
        assertThat(put(PATH, 400)).isEqualTo(400);
        assertThat(put(PATH, 400)).isEqualTo(400);
        assertThat(put(PATH, 204)).isEqualTo(429);
        assertThat(put("/camunda/api/engine/engine/default/user/clerk/profile", 204))
                .isEqualTo(204);
    }

    private int put(String path, int answer) throws Exception {
        var request = new MockHttpServletRequest("PUT", path);
        request.setServletPath(path);
        request.setRemoteUser("admin");
        var response = new MockHttpServletResponse();
        FilterChain chain = (asked, given) -> ((MockHttpServletResponse) given).setStatus(answer);
        guesses.doFilter(request, response, chain);
        return response.getStatus();
    }
}
