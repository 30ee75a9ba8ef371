package org.serviceexchange.provider.authorization.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.platform.security.web.RecordedRefusal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Errors of the token endpoint in the form of RFC 6749, section 5.2; the descriptions are for developers, in ASCII. */
@Component
class TokenErrors implements AuthenticationFailureHandler {

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            OAuth2ErrorCodes.INVALID_REQUEST,
            "A parameter is missing, repeated or not valid, or the client authenticates in two ways.",
            OAuth2ErrorCodes.INVALID_CLIENT,
            "The client is unknown, or its client_assertion is missing or not acceptable.",
            OAuth2ErrorCodes.INVALID_GRANT,
            "The code is unknown, expired or used, or does not belong to this client, redirect_uri and code_verifier.",
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            "grant_type must be authorization_code.");

    /** How the framework's descriptions end that name a parameter. */
    private static final Pattern PARAMETER = Pattern.compile(": ([a-z_]{1,40})$");

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9-]{0,19})( |$)");

    private final ObjectMapper json;

    TokenErrors(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        OAuth2Error error = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError()
                : new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT);
        boolean client = error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT);
        if (client) {
            RecordedRefusal.of(request, error.getErrorCode());
            challenge(request, response);
        }
        response.setStatus((client ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST).value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(HttpHeaders.PRAGMA, "no-cache");
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", error.getErrorCode());
        body.put("error_description", description(error));
        json.writeValue(response.getOutputStream(), body);
    }

    /** A client that used the header is told so in the scheme that it used. */
    private static void challenge(HttpServletRequest request, HttpServletResponse response) {
        String used = request.getHeader(HttpHeaders.AUTHORIZATION);
        Matcher scheme = SCHEME.matcher(used == null ? "" : used);
        if (scheme.find()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, scheme.group(1) + " realm=\"token\"");
        }
    }

    private static String description(OAuth2Error error) {
        String general = DESCRIPTIONS.getOrDefault(error.getErrorCode(), "The request was refused.");
        Matcher parameter = PARAMETER.matcher(error.getDescription() == null ? "" : error.getDescription());
        return parameter.find() ? general + " Parameter: " + parameter.group(1) + "." : general;
    }
}
