package org.serviceexchange.protocol.web;

import org.serviceexchange.platform.web.ChainOrder;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Security chain of the protocol, for every method and path below {@code /sx/}: open to everybody and without cookies,
 * because every message authenticates itself. What no endpoint answers is refused by the dispatcher, with a reason.
 */
@Configuration(proxyBeanMethods = false)
class ExchangeChain {

    @Bean
    @Order(ChainOrder.PROTOCOL)
    SecurityFilterChain exchangeMessages(HttpSecurity http) throws Exception {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(
                        new OrRequestMatcher(paths.matcher(ProtocolPaths.DISCOVERY), paths.matcher(ProtocolPaths.ALL)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new PeerRequestFilter(), HeaderWriterFilter.class)
                .build();
    }
}
