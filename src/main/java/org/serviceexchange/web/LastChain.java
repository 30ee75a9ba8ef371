package org.serviceexchange.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Closed by default: what no other chain serves is denied. */
@Configuration(proxyBeanMethods = false)
class LastChain {

    @Bean
    @Order(ChainOrder.LAST)
    SecurityFilterChain denyEverythingElse(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .build();
    }
}
