package org.serviceexchange.api.web;

import org.serviceexchange.api.AuthenticateService;
import org.serviceexchange.platform.web.ChainOrder;
import org.serviceexchange.platform.web.throttle.Throttle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Security chain of the API: a token in every request, no session and no cookie, so other sites cannot make a browser
 * send requests in a user's name (CSRF). {@link NeededScope} says which scope a request needs.
 */
@Configuration(proxyBeanMethods = false)
class ApiChain {

    @Bean
    @Order(ChainOrder.API)
    SecurityFilterChain api(
            HttpSecurity http, AuthenticateService authenticateService, Throttle throttle, ApiRefusals refusals)
            throws Exception {
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((authentication, asked) ->
                                new AuthorizationDecision(authentication.get().getAuthorities().stream()
                                        .anyMatch(held -> held.getAuthority()
                                                .equals(ServiceAuthentication.authority(
                                                        NeededScope.of(asked.getRequest())))))))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(new TokenFilter(authenticateService, throttle, refusals), AuthorizationFilter.class)
                .build();
    }
}
