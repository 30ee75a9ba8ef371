package org.serviceexchange.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language that a person chose on a page, stored in a cookie; without one, the language that the browser asks for.
 */
public class ChosenLanguage implements LocaleResolver {

    private static final Duration KEPT = Duration.ofDays(365);

    private final OwnCookie cookie;

    public ChosenLanguage(OwnCookie cookie) {
        this.cookie = cookie;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Languages.tagged(cookie.read(request).orElse(null))
                .orElseGet(() -> Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        if (response != null && language != null) {
            cookie.set(response, request.getContextPath() + "/", language.toLanguageTag(), KEPT);
        }
    }
}
