package org.serviceexchange.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language that a person chose on a page, stored in a cookie; without one, the language that the browser asks for.
 */
public class ChosenLanguage implements LocaleResolver {

    private static final Duration KEPT = Duration.ofDays(365);

    private final String cookie;
    private final boolean secure;

    public ChosenLanguage(String cookie, boolean secure) {
        this.cookie = cookie;
        this.secure = secure;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, cookie);
        return Languages.tagged(chosen == null ? null : chosen.getValue())
                .orElseGet(() -> Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        if (response != null && language != null) {
            ResponseCookie kept = ResponseCookie.from(cookie, language.toLanguageTag())
                    .path(request.getContextPath() + "/")
                    .maxAge(KEPT)
                    .httpOnly(true)
                    .secure(secure)
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
        }
    }
}
