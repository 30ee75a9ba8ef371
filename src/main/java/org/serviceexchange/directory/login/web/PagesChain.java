package org.serviceexchange.directory.login.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.PageAccess;
import org.serviceexchange.platform.web.ChainOrder;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.serviceexchange.platform.web.PagePolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Security chain of the application's own pages: one login for everything, and access rules per page. */
@Configuration(proxyBeanMethods = false)
class PagesChain {

    private static final List<String> OPEN = List.of(
            "/login",
            "/setup",
            "/error",
            "/language",
            "/style.css",
            "/favicon.svg",
            "/js/**",
            "/images/**",
            "/webjars/bpmn-js/**");
    private static final List<String> FOR_USERS = List.of("/", "/account/**", "/logout");

    @Bean
    @Order(ChainOrder.PAGES)
    SecurityFilterChain pages(
            HttpSecurity http,
            List<PageAccess> accesses,
            DirectoryLogin login,
            LoginAnswers answers,
            KnownDevices devices,
            SavedPages saved,
            FormTokens tokens,
            Users users,
            Clock clock)
            throws Exception {
        return http.securityMatcher(everyPage(accesses))
                .authenticationManager(new ProviderManager(login))
                .authorizeHttpRequests(requests -> decide(requests, accesses))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(
                                request -> new LoginDetails(request, devices.cookie(request), clock.instant()))
                        .successHandler(answers)
                        .failureHandler(answers))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logout"))
                        .logoutSuccessUrl("/login?bye"))
                .requestCache(cache -> cache.requestCache(saved))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(LoginRedirect.entryPoint())
                        .accessDeniedHandler(new PageAccessDeniedHandler()))
                .headers(PagePolicy::apply)
                .addFilterBefore(new SessionRevalidationFilter(users, clock), AuthorizationFilter.class)
                .build();
    }

    private static RequestMatcher everyPage(List<PageAccess> accesses) {
        List<String> patterns = new ArrayList<>(OPEN);
        patterns.addAll(FOR_USERS);
        accesses.forEach(access -> patterns.add(access.pattern()));
        return new OrRequestMatcher(
                patterns.stream().<RequestMatcher>map(PagesChain::matcher).toList());
    }

    private static void decide(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            List<PageAccess> accesses) {
        OPEN.forEach(pattern -> requests.requestMatchers(matcher(pattern)).permitAll());
        FOR_USERS.forEach(pattern -> requests.requestMatchers(matcher(pattern)).authenticated());
        accesses.stream().sorted(mostSpecificFirst()).forEach(access -> decide(requests, access));
        requests.anyRequest().denyAll();
    }

    private static void decide(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            PageAccess access) {
        requests.requestMatchers(matcher(access.pattern())).access((authentication, request) -> {
            boolean known = access.anonymous() || LoggedInRoles.present(authentication.get());
            return new AuthorizationDecision(known && access.allowed().test(LoggedInRoles.of(authentication.get())));
        });
    }

    private static Comparator<PageAccess> mostSpecificFirst() {
        return Comparator.comparing(
                access -> PathPatternParser.defaultInstance.parse(access.pattern()),
                PathPattern.SPECIFICITY_COMPARATOR);
    }

    private static PathPatternRequestMatcher matcher(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
