package org.serviceexchange.platform.measure.web;

import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.security.web.RecordedRefusal;
import org.serviceexchange.platform.web.ChainOrder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Security chain of the metrics for Prometheus: a token in every request, because a scraper cannot log in; no session, no
 * cookie.
 *
 * <p>Security guarantees: Without a token in the settings there are no metrics for Prometheus. With another token than the one
 * of the settings nothing is told.
 */
@Configuration(proxyBeanMethods = false)
class ScrapeChain {

    private static final String PATH = "/actuator/prometheus";

    @Bean
    @Order(ChainOrder.METRICS)
    SecurityFilterChain metricsForPrometheus(HttpSecurity http, MetricsSettings settings) throws Exception {
        AuthenticationEntryPoint refusal = refusal(settings);
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher(PATH))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((nobody, asked) -> new AuthorizationDecision(
                                settings.admits(asked.getRequest().getHeader(HttpHeaders.AUTHORIZATION)))))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusal)
                        .accessDeniedHandler(
                                (request, response, denied) -> response.setStatus(HttpStatus.UNAUTHORIZED.value())))
                .build();
    }

    /** Without a page: a scraper shows nobody one. */
    private static AuthenticationEntryPoint refusal(MetricsSettings settings) {
        return (request, response, unknown) -> {
            if (settings.on()) {
                RecordedRefusal.of(request, ProblemCode.TOKEN_REFUSED.code());
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
            } else {
                response.setStatus(HttpStatus.NOT_FOUND.value());
            }
        };
    }
}
