package org.serviceexchange.provider.authorization.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.serviceexchange.directory.Users;
import org.serviceexchange.directory.login.web.FormTokens;
import org.serviceexchange.directory.login.web.LoginRedirect;
import org.serviceexchange.directory.login.web.SavedPages;
import org.serviceexchange.directory.login.web.SessionRevalidationFilter;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.web.ChainOrder;
import org.serviceexchange.platform.web.PagePolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationConsentAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.web.authentication.JwtClientAssertionAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AuthorizationCodeAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Security chain of the authorization server: authorization code with PKCE (RFC 7636) and {@code private_key_jwt} (RFC
 * 7523), for consumers that claimed a registration. No chain leads to the framework's other endpoints.
 */
@Configuration(proxyBeanMethods = false)
class AuthorizationServerChain {

    /** Placeholder until the base URL is set; no registration can be open before that. */
    private static final URI NOT_SET = URI.create("https://not-set.invalid");

    /** The issuer is constant, regardless of the host name of a request. */
    @Bean
    AuthorizationServerSettings authorizationServerSettings(InstanceSettings instance) {
        return AuthorizationServerSettings.builder()
                .issuer(baseUrl(instance).toString())
                .build();
    }

    @Bean
    @Order(ChainOrder.AUTHORIZATION_SERVER)
    SecurityFilterChain authorizationServer(
            HttpSecurity http,
            InstanceSettings instance,
            Users users,
            Clock clock,
            AuthorizationRequestRules requestRules,
            ConsentRules consentRules,
            ClientAssertions assertions,
            ReferenceTokens tokens,
            AuthorizationResponses answers,
            TokenErrors tokenErrors,
            BackToConsumer back,
            SavedPages saved,
            FormTokens formTokens)
            throws Exception {
        http.addFilterBefore(back.filter(), CsrfFilter.class)
                .securityMatcher(endpoints())
                .with(
                        OAuth2AuthorizationServerConfigurer.authorizationServer(),
                        server -> server.tokenGenerator(tokens)
                                .authorizationEndpoint(
                                        endpoint -> endpoint.consentPage(baseUrl(instance) + OAuth.CONSENT)
                                                .authenticationProviders(rules(requestRules, consentRules))
                                                .authorizationResponseHandler(answers)
                                                .errorResponseHandler(answers))
                                .clientAuthentication(client -> client.authenticationConverters(assertionAlone())
                                        .authenticationProviders(assertedBy(assertions))
                                        .errorResponseHandler(tokenErrors))
                                .tokenEndpoint(endpoint -> endpoint.accessTokenRequestConverters(
                                                only(OAuth2AuthorizationCodeAuthenticationConverter.class))
                                        .authenticationProviders(
                                                only(OAuth2AuthorizationCodeAuthenticationProvider.class))
                                        .errorResponseHandler(tokenErrors)));
        return people(http, originOf(baseUrl(instance)), users, clock, saved, formTokens)
                .build();
    }

    private static RequestMatcher endpoints() {
        return new OrRequestMatcher(
                at(HttpMethod.GET, OAuth.AUTHORIZE),
                at(HttpMethod.POST, OAuth.AUTHORIZE),
                at(HttpMethod.POST, OAuth.TOKEN),
                at(HttpMethod.GET, OAuth.CONSENT),
                at(HttpMethod.GET, OAuth.WRONG_USER),
                at(HttpMethod.POST, OAuth.SWITCH_ACCOUNT));
    }

    /** Login, session and headers of the pages for people. */
    private static HttpSecurity people(
            HttpSecurity http, String ownOrigin, Users users, Clock clock, SavedPages saved, FormTokens formTokens)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), at(HttpMethod.POST, OAuth.TOKEN))
                        .defaultAuthenticationEntryPointFor(LoginRedirect.entryPoint(), AnyRequestMatcher.INSTANCE))
                .requestCache(cache -> cache.requestCache(saved))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .headers(PagePolicy::apply)
                .addFilterBefore(new SingleParameters(), CsrfFilter.class)
                .addFilterAfter(new SessionRevalidationFilter(users, clock), CsrfFilter.class)
                .addFilterAfter(new AuthorizeGuard(ownOrigin), SessionRevalidationFilter.class);
    }

    private static Consumer<List<AuthenticationProvider>> rules(
            AuthorizationRequestRules requestRules, ConsentRules consentRules) {
        return providers -> providers.forEach(provider -> {
            if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider request) {
                request.setAuthenticationValidator(requestRules);
                request.setAuthorizationConsentRequired(context -> true);
            }
            if (provider instanceof OAuth2AuthorizationConsentAuthenticationProvider consent) {
                consent.setAuthorizationConsentCustomizer(consentRules);
            }
        });
    }

    private static Consumer<List<AuthenticationProvider>> assertedBy(ClientAssertions assertions) {
        return providers -> {
            providers.removeIf(provider -> !(provider instanceof JwtClientAssertionAuthenticationProvider));
            providers.forEach(
                    provider -> ((JwtClientAssertionAuthenticationProvider) provider).setJwtDecoderFactory(assertions));
        };
    }

    private static Consumer<List<AuthenticationConverter>> assertionAlone() {
        Consumer<List<AuthenticationConverter>> assertion = only(JwtClientAssertionAuthenticationConverter.class);
        return assertion.andThen(converters -> converters.add(0, new OneClientAuthentication()));
    }

    /** Keeps only the framework defaults of this type. */
    private static <T> Consumer<List<T>> only(Class<? extends T> type) {
        return defaults -> defaults.removeIf(one -> !type.isInstance(one));
    }

    private static RequestMatcher at(HttpMethod method, String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, path);
    }

    private static URI baseUrl(InstanceSettings instance) {
        URI set = instance.baseUrl();
        return set == null ? NOT_SET : set;
    }

    private static String originOf(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
