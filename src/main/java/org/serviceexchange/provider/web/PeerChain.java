package org.serviceexchange.provider.web;

import org.serviceexchange.platform.web.ChainOrder;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Security chain of the endpoints for consumers; every message proves its sender itself, so there is neither session
 * nor login.
 */
@Configuration(proxyBeanMethods = false)
class PeerChain {

    @Bean
    @Order(ChainOrder.PROTOCOL)
    SecurityFilterChain consumers(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(
                        post(ProtocolPaths.CLAIMS), post(ProtocolPaths.EXCHANGES), post(ProtocolPaths.CONFIRMATIONS)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static PathPatternRequestMatcher post(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
    }
}
