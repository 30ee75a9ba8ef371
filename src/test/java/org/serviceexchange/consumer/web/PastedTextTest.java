package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste when they copy a link out of a mail program. */
class PastedTextTest {

    private static final String LINK = "https://consumer.example.com/connect?provider="
            + URLEncoder.encode("https://provider.example.com", StandardCharsets.UTF_8)
            + "&registration=REG0001001&secret=3D"
            + "_-".repeat(20) + "S&pin=" + "P".repeat(42) + "_";

    private static final String ENCODED = URLEncoder.encode(LINK, StandardCharsets.UTF_8);

    static Stream<Arguments> pasted() {
        return Stream.of(
                Arguments.of("the link", LINK),
                Arguments.of("spaces around it", "  " + LINK + "\n"),
                Arguments.of("a trailing dot", LINK + "."),
                Arguments.of("brackets", "<" + LINK + ">"),
                Arguments.of("quotes", "\"" + LINK + "\""),
                Arguments.of("typographic quotes", "„" + LINK + "“"),
                Arguments.of("HTML", "<a href=\"" + LINK.replace("&", "&amp;") + "\">Connect</a>"),
                Arguments.of("entities with numbers", LINK.replace("&", "&#38;")),
                Arguments.of("a sentence around it", "Your link: " + LINK + " It can be used until Friday."),
                Arguments.of("wrapped lines", wrapped(LINK, "\n")),
                Arguments.of("wrapped lines of Windows", wrapped(LINK, "\r\n")),
                Arguments.of("wrapped lines that became spaces", wrapped(LINK, " ")),
                Arguments.of("quoted and wrapped lines", "> " + wrapped(LINK, "\n> > ")),
                Arguments.of("wrapped lines with text after them", wrapped(LINK, "\n") + "\n\nThe link can be used"),
                Arguments.of("invisible characters", wrapped(LINK, "\u200B")),
                Arguments.of("the source of a message", wrapped(LINK.replace("=", "=3D"), "=\n")),
                Arguments.of("that source in one line", wrapped(LINK.replace("=", "=3D"), "=")),
                Arguments.of(
                        "the source of an HTML message",
                        "<a href=3D\"" + wrapped(LINK.replace("&", "&amp;").replace("=", "=3D"), "=\r\n") + "\">"),
                Arguments.of(
                        "a link that is checked first",
                        "https://eur01.safelinks.example.com/?url=" + ENCODED + "&data=05%7C02&reserved=0"),
                Arguments.of("a link of a search engine", "https://www.example.com/url?q=" + ENCODED + "&sa=D"),
                Arguments.of(
                        "a link that is checked first, in the source of a message",
                        "https://safe.example.com/?url=3D" + wrapped(ENCODED, "=\n") + "&amp;data=3D05"),
                Arguments.of(
                        "a link that is checked first, with another encoding",
                        "https://urldefense.example.com/v2/url?u="
                                + ENCODED.replace("-", "%2D")
                                        .replace("_", "%5F")
                                        .replace('%', '-')
                                + "&d=DwMFaQ&c=euGZstcaTDllvimEN8b7jXrwqOf"),
                Arguments.of(
                        "a link that is checked first and written as it is",
                        "https://urldefense.example.com/v3/__" + LINK + "__;!!abc!def$"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pasted")
    void findsTheLinkIn(String what, String text) {
        assertThat(PastedText.link(text)).isEqualTo(LINK);
    }

    @Test
    void takesTheFirstOfTwoLinks() {
        assertThat(PastedText.link(LINK + "\n" + LINK.replace("REG0001001", "REG0001002")))
                .isEqualTo(LINK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "https://consumer.example.com/connect",
                "https://consumer.example.com/connect?provider=p&registration=REG1&secret=s&pin=t",
                "https://safe.example.com/?url=https%3A%2F%2Fconsumer.example.com%2Fconnect%3Fprovider%3D%ZZ",
            })
    void leavesWhatHasNoLinkInIt(String text) {
        assertThat(PastedText.link(text)).isEqualTo(text);
    }

    /** A line every 60 characters. */
    private static String wrapped(String text, String end) {
        return text.replaceAll("(.{60})", "$1" + java.util.regex.Matcher.quoteReplacement(end));
    }
}
