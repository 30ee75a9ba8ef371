package org.serviceexchange.webapps.engine.web;

import java.time.Clock;
import org.serviceexchange.directory.Users;
import org.serviceexchange.directory.login.web.LoginRedirect;
import org.serviceexchange.directory.login.web.SavedPages;
import org.serviceexchange.directory.login.web.SessionRevalidationFilter;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.web.ChainOrder;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.serviceexchange.webapps.engine.FormFields;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.CacheControlConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Security chain of the webapps: Tasklist for users who administer Service Exchange, all webapps for admins. The
 * webapps' own set-up and login are permanently closed. {@link WebappsFormTokens} protects them from requests of other sites,
 * and their own content security policy applies instead of ours.
 */
@Configuration(proxyBeanMethods = false)
class WebappsChain {

    private static final String LOGOUT = "/camunda/api/admin/auth/user/*/logout";
    private static final RequestMatcher API = path("/camunda/api/**");
    private static final RequestMatcher NEVER = new OrRequestMatcher(
            path("/camunda/api/admin/setup/**"),
            path("/camunda/app/*/setup/**"),
            path("/camunda/app/*/*/setup/**"),
            path("/camunda/api/admin/auth/user/*/login/**"),
            path("/camunda/api/engine/engine/*/identity/verify/**"));

    @Bean
    @Order(ChainOrder.WEBAPPS)
    SecurityFilterChain webapps(
            HttpSecurity http, Users users, Clock clock, LocaleResolver languages, SavedPages saved, FormFields fields)
            throws Exception {
        return http.securityMatcher(path("/camunda/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(NEVER)
                        .denyAll()
                        .anyRequest()
                        .hasAnyAuthority(Role.ADMIN.group(), Role.SERVICE_EXCHANGE_ADMIN.group()))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.requestCache(saved))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, LOGOUT))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .exceptionHandling(handling -> handling.accessDeniedHandler(new PageAccessDeniedHandler())
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), API)
                        .defaultAuthenticationEntryPointFor(LoginRedirect.entryPoint(), request -> true))
                .headers(headers -> headers.cacheControl(CacheControlConfig::disable)
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .addFilterBefore(new SessionRevalidationFilter(users, clock), AuthorizationFilter.class)
                .addFilterAfter(new ApiGuard(fields), AuthorizationFilter.class)
                .addFilterAfter(new ReadersLanguage(languages), AuthorizationFilter.class)
                .build();
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
