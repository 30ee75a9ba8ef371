package org.serviceexchange.webapps.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Collections;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.util.ServletContextUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.platform.web.CookieSignatures;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockFilterConfig;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;

/** Two nodes that have one key, each with a copy of the session of its own, as two requests at the same moment have. */
class WebappsFormTokensTest {

    private static final String HEADER = "X-XSRF-TOKEN";
    private static final CookieSignatures SIGNATURES = (purpose, text) -> Optional.of(purpose + "." + text);

    private final MockServletContext context = new MockServletContext();
    private WebappsFormTokens one;
    private WebappsFormTokens two;

    @BeforeEach
    void startNodes() throws Exception {
        ServletContextUtil.setAppPath("/camunda", context);
        one = node(SIGNATURES);
        two = node(SIGNATURES);
    }

    @Test
    void givesTwoFirstRequestsOfASessionTheSameToken() throws Exception {
        MockHttpSession there = new MockHttpSession(context, "session");

        String first = ask(one, new MockHttpSession(context, "session")).getHeader(HEADER);
        String second = ask(two, there).getHeader(HEADER);

        assertThat(first).isNotBlank().isEqualTo(second);
        assertThat(Collections.list(there.getAttributeNames())).as("kept").isEmpty();
        assertThat(post(one, there, second).getStatus()).isEqualTo(200);
        assertThat(post(two, new MockHttpSession(context, "session"), first).getStatus())
                .isEqualTo(200);
    }

    @Test
    void setsTheCookieThatTheWebappsRead() throws Exception {
        MockHttpServletResponse response = ask(one, new MockHttpSession(context, "session"));

        assertThat(response.getHeader("Set-Cookie"))
                .isEqualTo("some-csrf=" + response.getHeader(HEADER) + "; Path=/camunda; SameSite=Lax");
    }

    @Test
    void tellsTheTokenOnceOnly() throws Exception {
        String token = ask(one, new MockHttpSession(context, "session")).getHeader(HEADER);

        MockHttpServletResponse again = ask(
                two,
                new MockHttpSession(context, "session"),
                new Cookie("some-session", "session"),
                new Cookie("some-csrf", token));

        assertThat(again.getHeaderNames()).doesNotContain("Set-Cookie", HEADER);
    }

    /** The page was open before, so the browser is told what is right now, and nobody is logged out. */
    @Guarantee(
            of = WebappsFormTokens.class,
            says = "A request that can change anything is passed on with the token of its session only.")
    @Test
    void refusesTheTokenOfAnotherSession() throws Exception {
        String former = ask(one, new MockHttpSession(context, "former")).getHeader(HEADER);
        MockHttpSession session = new MockHttpSession(context, "session");

        MockHttpServletResponse refused = post(one, session, former);

        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(session.isInvalid()).isFalse();
        assertThat(post(two, session, refused.getHeader(HEADER)).getStatus()).isEqualTo(200);
    }

    @Test
    void refusesARequestWithoutToken() throws Exception {
        for (String none : new String[] {null, "", " "}) {
            MockHttpServletResponse refused = post(one, new MockHttpSession(context, "session"), none);

            assertThat(refused.getStatus()).isEqualTo(403);
            assertThat(refused.getHeader(HEADER)).isEqualTo("Required");
        }
    }

    @Test
    void refusesEverythingWhileTheKeyCannotBeUsed() throws Exception {
        WebappsFormTokens keyless = node((purpose, text) -> Optional.empty());
        MockHttpSession session = new MockHttpSession(context, "session");

        assertThat(ask(keyless, session).getHeaderNames()).doesNotContain("Set-Cookie", HEADER);
        assertThat(post(keyless, session, "anything").getStatus()).isEqualTo(403);
    }

    private WebappsFormTokens node(CookieSignatures signatures) throws Exception {
        MockFilterConfig settings = new MockFilterConfig(context);
        settings.addInitParameter("cookieName", "some-csrf");
        settings.addInitParameter("enableSameSiteCookie", "true");
        settings.addInitParameter("sameSiteCookieOption", "LAX");
        WebappsFormTokens filter = new WebappsFormTokens(signatures);
        filter.init(settings);
        return filter;
    }

    private MockHttpServletResponse ask(WebappsFormTokens node, MockHttpSession session, Cookie... cookies)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(context, "GET", "/camunda/app/tasklist/");
        request.setCookies(cookies);
        return answer(node, session, request);
    }

    private MockHttpServletResponse post(WebappsFormTokens node, MockHttpSession session, String token)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(context, "POST", "/camunda/api/engine/");
        if (token != null) {
            request.addHeader(HEADER, token);
        }
        return answer(node, session, request);
    }

    /** 200 is the answer of what stands behind the filter. */
    private static MockHttpServletResponse answer(
            WebappsFormTokens node, MockHttpSession session, MockHttpServletRequest request) throws Exception {
        request.setSession(session);
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain behind = new MockFilterChain();
        node.doFilter(request, response, behind);
        assertThat(behind.getRequest() != null).as("passed on").isEqualTo(response.getStatus() == 200);
        return response;
    }
}
