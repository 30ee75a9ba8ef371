package org.serviceexchange.api.web;

import org.serviceexchange.api.AuthenticateService;
import org.serviceexchange.api.Scope;
import org.serviceexchange.platform.web.ChainOrder;
import org.serviceexchange.platform.web.throttle.Throttle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Security chain of the API: a token in every request, no session and no cookie, so other sites cannot make a browser
 * send requests in a user's name (CSRF). GET needs the scope READ; everything else needs WRITE.
 */
@Configuration(proxyBeanMethods = false)
class ApiChain {

    @Bean
    @Order(ChainOrder.API)
    SecurityFilterChain api(
            HttpSecurity http, AuthenticateService authenticateService, Throttle throttle, ApiRefusals refusals)
            throws Exception {
        String read = ServiceAuthentication.authority(Scope.READ);
        String write = ServiceAuthentication.authority(Scope.WRITE);
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/api/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .hasAuthority(read)
                        .requestMatchers(HttpMethod.HEAD)
                        .hasAuthority(read)
                        .requestMatchers(HttpMethod.OPTIONS)
                        .hasAuthority(read)
                        .anyRequest()
                        .hasAuthority(write))
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
