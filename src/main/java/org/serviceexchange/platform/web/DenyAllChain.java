package org.serviceexchange.platform.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Denies by default: a path that no other chain serves responds with 404, whoever asks. */
@Configuration(proxyBeanMethods = false)
class DenyAllChain {

    @Bean
    @Order(ChainOrder.LAST)
    SecurityFilterChain denyEverythingElse(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .headers(PagePolicy::apply)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, unknown) -> response.sendError(HttpStatus.NOT_FOUND.value()))
                        .accessDeniedHandler(
                                (request, response, denied) -> response.sendError(HttpStatus.NOT_FOUND.value())))
                .build();
    }
}
