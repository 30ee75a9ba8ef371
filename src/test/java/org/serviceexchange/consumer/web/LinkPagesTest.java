package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.consumer.ConsumerWorld;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.settings.InstanceSettings.Mode;
import org.serviceexchange.protocol.outbound.TestCallableAddresses;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a browser is told, and what it keeps, when somebody opens a registration link. */
class LinkPagesTest {

    private static final String SECRET = "S".repeat(43);
    private static final String PIN = "P".repeat(43);
    private static final String PROVIDER = "https://provider.example.com";
    private static final String REGISTRATION = "REG0001001";

    private final Sealing sealing = new LabelledSealing("key");
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Guarantee(of = LinkCookie.class, says = "The secrets of the links are sealed in it.")
    @Test
    void sendsTheSecretNoFurther() {
        String view = open(TestInstanceSettings.valid());

        assertThat(view).isEqualTo("redirect:/connect/start");
        assertThat(response.getHeaders("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(response.getHeaders("Set-Cookie")).hasSize(1).noneMatch(cookie -> cookie.contains(SECRET));
    }

    @Guarantee(of = LinkCookie.class, says = "No script of a page can read the cookie.")
    @Guarantee(
            of = LinkCookie.class,
            says = "The cookie is not sent over plain http once this instance is reached by https.")
    @Test
    void keepsTheLinkFromScriptsAndFromPlainHttp() {
        open(TestInstanceSettings.valid());

        assertThat(attributes()).containsExactly("Path=/connect", "Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void keepsTheLinkOnPlainHttpForTheDemonstration() {
        open(TestInstanceSettings.at("http://localhost:8081", Mode.DEMO));

        assertThat(attributes()).containsExactly("Path=/connect", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void keepsTheLinkFromPlainHttpInProductionWhateverTheAddress() {
        open(TestInstanceSettings.at(null, Mode.PRODUCTION));

        assertThat(attributes()).contains("Secure", "HttpOnly");
    }

    @Test
    void keepsTheNumberAsCarefullyAsTheLink() {
        request.setContextPath("/sx");
        cookie(TestInstanceSettings.valid())
                .begun(KeptLink.opened(link(REGISTRATION)), "PCN0001001", request, response);

        assertThat(response.getHeader("Set-Cookie")).startsWith("test-link=").doesNotContain("PCN0001001");
        assertThat(attributes()).containsExactly("Path=/sx/connect", "Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void readsTheLinkItKept() {
        open(TestInstanceSettings.valid());

        KeptLink kept = read(value()).shown(PROVIDER, REGISTRATION).orElseThrow();
        assertThat(kept.link()).isEqualTo(link(REGISTRATION));
        assertThat(kept.number()).isNull();
    }

    @Test
    void readsTheNumberOfTheConnectionThatHasBegun() {
        cookie(TestInstanceSettings.valid())
                .begun(KeptLink.opened(link(REGISTRATION)), "PCN0001001", request, response);

        assertThat(read(value()).all()).containsExactly(new KeptLink(PROVIDER, REGISTRATION, null, "PCN0001001"));
    }

    @Test
    void keepsAnEarlierLinkBesideTheOneThatWasOpenedLast() {
        KeptLinks both =
                KeptLinks.NOTHING.with(KeptLink.opened(link(REGISTRATION))).with(KeptLink.opened(link("REG0001002")));

        KeptLinks read = KeptLinks.of(both.text());

        assertThat(read).isEqualTo(both);
        assertThat(read.shown(PROVIDER, REGISTRATION).orElseThrow().link()).isEqualTo(link(REGISTRATION));
        assertThat(read.shown(null, null).orElseThrow().registration()).isEqualTo("REG0001002");
        assertThat(read.shown("https://other.example.com", REGISTRATION)).isEmpty();
    }

    @Test
    void keepsTheNewestLinksThatACookieHolds() {
        KeptLinks many = IntStream.range(0, 60)
                .mapToObj("REG%07d"::formatted)
                .reduce(KeptLinks.NOTHING, (kept, next) -> kept.with(KeptLink.opened(link(next))), (one, other) -> one);

        KeptLinks read = KeptLinks.of(many.text());

        assertThat(many.text()).hasSizeLessThan(3000);
        assertThat(read.all()).hasSizeGreaterThan(5).startsWith(KeptLink.opened(link("REG0000059")));
    }

    @Test
    void opensALinkAlthoughTheOneBeforeCannotBeReadAnyMore() {
        request.setCookies(new Cookie("test-link", value(KeptLink.opened(link("REG0001009")))));
        LinkCookie anew = new LinkCookie(new LabelledSealing("new key"), TestInstanceSettings.valid());

        anew.keep(link(REGISTRATION), request, response);

        request.setCookies(new Cookie("test-link", value()));
        assertThat(anew.read(request).all()).containsExactly(KeptLink.opened(link(REGISTRATION)));
    }

    @Guarantee(of = LinkCookie.class, says = "A cookie that this instance did not make counts for nothing.")
    @ParameterizedTest
    @ValueSource(strings = {"", "PCN1", "PCN0001001", "%%%", "bm90IHNlYWxlZA"})
    void readsNothingFromACookieThatItDidNotMake(String value) {
        assertThat(read(value)).isEqualTo(KeptLinks.NOTHING);
    }

    @Test
    void readsNothingWithoutACookie() {
        assertThat(cookie(TestInstanceSettings.valid()).read(request)).isEqualTo(KeptLinks.NOTHING);
    }

    @Test
    void saysSoWhenTheKeyIsGoneInsteadOfForgettingTheLink() {
        request.setCookies(new Cookie("test-link", Base64.getUrlEncoder().encodeToString(new byte[8])));
        LinkCookie cookie = new LinkCookie(new KeylessSealing(), TestInstanceSettings.valid());

        assertThatThrownBy(() -> cookie.read(request))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.KEY_UNKNOWN));
    }

    private String open(InstanceSettings instance) {
        LinkPages pages = new LinkPages(
                new ConsumerWorld(mock()).openConnection, cookie(instance), TestCallableAddresses.standardOfConsumer());
        return pages.receive(PROVIDER, REGISTRATION, SECRET, PIN, request, response);
    }

    private LinkCookie cookie(InstanceSettings instance) {
        return new LinkCookie(sealing, instance);
    }

    private KeptLinks read(String value) {
        request.setCookies(new Cookie("other", "PCN0001009"), new Cookie("test-link", value));
        return cookie(TestInstanceSettings.valid()).read(request);
    }

    private static RegistrationLink link(String registration) {
        return RegistrationLink.of(PROVIDER, registration, SECRET, PIN);
    }

    /** A cookie's value with this link. */
    private String value(KeptLink kept) {
        byte[] sealed = sealing.seal(
                "opened-link", "test-link", KeptLinks.NOTHING.with(kept).text().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private String value() {
        String cookie = String.valueOf(response.getHeader("Set-Cookie"));
        return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    }

    private List<String> attributes() {
        return Arrays.stream(String.valueOf(response.getHeader("Set-Cookie")).split("; "))
                .skip(1)
                .toList();
    }

    /** Opens only what it sealed for the same purpose and id. */
    private record LabelledSealing(String key) implements Sealing {

        @Override
        public byte[] seal(String purpose, String id, byte[] value) {
            return (label(purpose, id) + hidden(value)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] open(String purpose, String id, byte[] sealed) {
            String text = new String(sealed, StandardCharsets.UTF_8);
            if (!text.startsWith(label(purpose, id))) {
                boolean keyGone = text.contains("|" + purpose + "|");
                throw new Problem(keyGone ? ProblemCode.KEY_UNKNOWN : ProblemCode.SEALED_VALUE_ALTERED, purpose, id);
            }
            return Base64.getDecoder().decode(text.substring(label(purpose, id).length()));
        }

        private String label(String purpose, String id) {
            return key + "|" + purpose + "|" + id + "|";
        }

        private static String hidden(byte[] value) {
            return Base64.getEncoder().encodeToString(value);
        }
    }

    /** As after the loss of the key that sealed. */
    private static final class KeylessSealing implements Sealing {

        @Override
        public byte[] seal(String purpose, String id, byte[] value) {
            throw new Problem(ProblemCode.KEY_UNKNOWN, purpose);
        }

        @Override
        public byte[] open(String purpose, String id, byte[] sealed) {
            throw new Problem(ProblemCode.KEY_UNKNOWN, purpose);
        }
    }
}
