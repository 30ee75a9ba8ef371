package org.serviceexchange.platform.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.TestInstanceSettings;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.HttpSessionIdResolver;

class SessionIdsTest {

    private static final String ID = "abcdefghijklmnopqrstuvwxyz-0123456789_ABCDE".substring(0, 43);
    private static final String NEW = "x".repeat(43);

    private final HttpSessionIdResolver ids = resolver("https://exchange.example");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void areLookedUpOnceInARequest() {
        MockHttpServletRequest request = request("/companies", ID);
        assertThat(ids.resolveSessionIds(request)).containsExactly(ID);
        assertThat(ids.resolveSessionIds(request)).isEmpty();
        assertThat(ids.resolveSessionIds(request("/companies", ID))).containsExactly(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/style.css", "/favicon.svg", "/js/menu.js", "/images/a.svg", "/webjars/bpmn-js/x.js"})
    void areNotLookedUpForFiles(String path) {
        assertThat(ids.resolveSessionIds(request(path, ID))).isEmpty();
    }

    @Test
    void areNotLookedUpUnlessThisInstanceCouldHaveMadeThem() {
        assertThat(ids.resolveSessionIds(request("/", "../../etc"))).isEmpty();
        assertThat(ids.resolveSessionIds(new MockHttpServletRequest("GET", "/")))
                .isEmpty();
    }

    @Test
    void areSetOnlyWhereTheyAreNew() {
        MockHttpServletRequest request = request("/", ID);
        ids.resolveSessionIds(request);
        ids.setSessionId(request, response, ID);
        assertThat(response.getHeader("Set-Cookie")).isNull();
        ids.setSessionId(request, response, NEW);
        assertThat(response.getHeader("Set-Cookie"))
                .isEqualTo("test-session=" + NEW + "; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void areSentOverHttpOnlyWhereTheBaseUrlIsHttp() {
        resolver("http://localhost:8080").setSessionId(request("/", ID), response, NEW);
        assertThat(response.getHeader("Set-Cookie"))
                .isEqualTo("test-session=" + NEW + "; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void areTakenBack() {
        ids.expireSession(request("/", ID), response);
        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("test-session=;")
                .contains("Max-Age=0");
    }

    private static HttpSessionIdResolver resolver(String baseUrl) {
        return new SessionConfiguration().sessionIds(TestInstanceSettings.at(baseUrl), "test-session");
    }

    private static MockHttpServletRequest request(String path, String cookie) {
        var request = new MockHttpServletRequest("GET", path);
        request.setCookies(new Cookie("test-session", cookie));
        return request;
    }
}
