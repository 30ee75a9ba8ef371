package org.serviceexchange.platform.measure.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** Who gets to the metrics for Prometheus. */
class ScrapeChainTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @Configuration
    @EnableWebSecurity
    static class Security {}

    @Guarantee(of = ScrapeChain.class, says = "Without a token in the settings there are no metrics for Prometheus.")
    @Test
    void areNotThereWithoutATokenInTheSettings() throws Exception {
        for (String sent : List.of("Bearer ", "Bearer null", "Bearer " + TOKEN)) {
            MockHttpServletResponse answer = ask(null, sent);
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getHeader("WWW-Authenticate")).isNull();
        }
        assertThat(ask(null, null).getStatus()).isEqualTo(404);
    }

    @Guarantee(of = ScrapeChain.class, says = "With another token than the one of the settings nothing is told.")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Basic " + TOKEN,
                "bearer " + TOKEN,
                TOKEN,
                "Bearer 0123456789abcdef0123456789abcde",
                "Bearer " + TOKEN + "0"
            })
    void areRefusedForAnotherToken(String sent) throws Exception {
        MockHttpServletResponse answer = ask(TOKEN, sent);
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.getContentAsString()).isEmpty();
    }

    @Test
    void areThereForTheTokenWithoutASession() throws Exception {
        MockHttpServletResponse answer = ask(TOKEN, "Bearer " + TOKEN);
        assertThat(answer.getContentAsString()).isEqualTo("metrics");
        assertThat(answer.getCookies()).isEmpty();
    }

    @Test
    void hidesTheTokenInItsText() {
        assertThat(new MetricsSettings(TOKEN)).hasToString("MetricsSettings[on=true]");
    }

    private static MockHttpServletResponse ask(@Nullable String token, @Nullable String authorization)
            throws IOException, ServletException {
        try (var context = new AnnotationConfigWebApplicationContext()) {
            context.setServletContext(new MockServletContext());
            context.addBeanFactoryPostProcessor(
                    beans -> beans.registerSingleton("metricsSettings", new MetricsSettings(token)));
            context.register(Security.class, ScrapeChain.class);
            context.refresh();
            var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
            if (authorization != null) {
                request.addHeader("Authorization", authorization);
            }
            var response = new MockHttpServletResponse();
            Filter served = (asked, answer, chain) -> answer.getWriter().write("metrics");
            context.getBean("springSecurityFilterChain", Filter.class)
                    .doFilter(
                            request, response, new MockFilterChain(new jakarta.servlet.http.HttpServlet() {}, served));
            return response;
        }
    }
}
