package org.serviceexchange.directory.login.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.TestInstanceSettings;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SavedPagesTest {

    private static final String NAME = TestInstanceSettings.valid().cookiePrefix() + "-page";

    private final SavedPages pages =
            new SavedPages((purpose, value) -> Optional.of(purpose + value.hashCode()), TestInstanceSettings.valid());

    @Test
    void leadsBackToThePageWithItsQuery() {
        assertThat(pageAfter(saved("/companies", "a=b&c=d"))).isEqualTo("/companies?a=b&c=d");
    }

    @Guarantee(of = SavedPages.class, says = "A page that this instance did not remember leads nowhere.")
    @Test
    void ignoresAPageThatSomebodyElseWrote() {
        String signature = saved("/companies", "").split("\\.", 2)[1];
        String elsewhere = Base64.getUrlEncoder().withoutPadding().encodeToString("//evil.example".getBytes(UTF_8));

        assertThat(pageAfter(elsewhere + "." + signature)).isNull();
        assertThat(pageAfter(elsewhere)).isNull();
        assertThat(pageAfter("§." + signature)).isNull();
    }

    @Guarantee(of = SavedPages.class, says = "A page with a longer address than 2,000 characters is not remembered.")
    @Test
    void remembersNoEndlessAddress() {
        String path = "/companies";
        assertThat(saved(path, "a".repeat(1_989))).isNotEmpty();
        assertThat(saved(path, "a".repeat(1_990))).isEmpty();
    }

    @Test
    void remembersPagesOnly() {
        MockHttpServletRequest poll = new MockHttpServletRequest("GET", "/companies");
        poll.addHeader("Accept", "application/json");
        MockHttpServletRequest form = new MockHttpServletRequest("POST", "/companies");
        form.addHeader("Accept", "text/html");

        assertThat(save(pages, poll)).isEmpty();
        assertThat(save(pages, form)).isEmpty();
    }

    @Test
    void remembersNothingWhileTheKeysCannotBeUsed() {
        SavedPages without = new SavedPages((purpose, value) -> Optional.empty(), TestInstanceSettings.valid());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/companies");
        request.addHeader("Accept", "text/html");

        assertThat(save(without, request)).isEmpty();
    }

    private String saved(String path, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query.isEmpty() ? null : query);
        request.addHeader("Accept", "text/html,application/xhtml+xml");
        return save(pages, request);
    }

    private static String save(SavedPages pages, MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        pages.saveRequest(request, response);
        Cookie cookie = response.getCookie(NAME);
        return cookie == null ? "" : cookie.getValue();
    }

    private String pageAfter(String cookie) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setCookies(new Cookie(NAME, cookie));
        var saved = pages.getRequest(request, new MockHttpServletResponse());
        return saved == null ? null : saved.getRedirectUrl();
    }
}
